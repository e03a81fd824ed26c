package cn.zhixin.ledger.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.ledger.tile.MalformedTile;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.Tiles;
import cn.zhixin.role.ConditionalOnRole;
import cn.zhixin.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as C2SP tlog-tiles, with the prefix {@code /ledger}. */
@ConditionalOnRole(Role.PUBLIC)
@RestController
class LedgerEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerEndpoints.class);
  private static final String PREFIX = "/ledger/";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  /** A tile never changes: a year is as long as RFC 9111 lets anybody keep anything. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PublishedLedger ledger;
  private final PublishedSize published;

  LedgerEndpoints(PublishedLedger ledger) {
    this.ledger = ledger;
    this.published = new PublishedSize(ledger);
  }

  /** Whoever holds a certificate issued a moment ago may ask: nobody else answers for us. */
  @GetMapping(PREFIX + "checkpoint")
  ResponseEntity<?> checkpoint(Locale locale) {
    Optional<PublishedCheckpoint> latest = ledger.latest();
    if (latest.isEmpty()) {
      return LedgerProblem.EMPTY_LEDGER.response(locale);
    }
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noCache())
        .body(latest.get().note().encoded().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(PREFIX + "tile/**")
  ResponseEntity<?> tile(HttpServletRequest request, Locale locale) {
    Optional<Tile> tile = Tile.parse(belowPrefix(request));
    if (tile.isEmpty() || !published.has(tile.get())) {
      return LedgerProblem.NO_SUCH_TILE.response(locale);
    }
    try {
      Optional<Bytes> bytes = new Tiles(ledger.tiles()).find(tile.get());
      return bytes.isPresent() ? found(bytes.get()) : LedgerProblem.NO_SUCH_TILE.response(locale);
    } catch (IOException | MalformedTile e) {
      return unreadable(e, locale);
    }
  }

  private static ResponseEntity<byte[]> found(Bytes tile) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .body(tile.unsafeArray());
  }

  /** As it was sent, without decoding: a tile has one address. */
  private static String belowPrefix(HttpServletRequest request) {
    int prefix = request.getContextPath().length() + PREFIX.length();
    String path = request.getRequestURI();
    return path.substring(Math.min(prefix, path.length()));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> unreadable(Exception failure, Locale locale) {
    LOG.error("the ledger cannot be read: {}", failure.toString());
    return LedgerProblem.LEDGER_UNREADABLE.response(locale);
  }
}
