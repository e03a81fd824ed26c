package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.TileSource;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was published: the checkpoint by the database, the tiles by the folder. */
public final class JdbcPublishedLedger implements PublishedLedger {
  private final JdbcCheckpoints checkpoints;
  private final TileSource tiles;
  private final List<VerifierKey> keys;
  private final ZoneId zone;

  /**
   * @param zone whose days the growth is told in
   */
  public JdbcPublishedLedger(DataSource database, Path root, List<VerifierKey> keys, ZoneId zone) {
    this.checkpoints = new JdbcCheckpoints(JdbcClient.create(database));
    this.tiles = new FolderTiles(root);
    this.keys = List.copyOf(keys);
    this.zone = zone;
  }

  @Override
  public Optional<PublishedCheckpoint> latest() {
    return checkpoints.latest();
  }

  @Override
  public TileSource tiles() {
    return tiles;
  }

  @Override
  public List<DaySize> growth() {
    return checkpoints.growth(zone);
  }

  @Override
  public List<VerifierKey> keys() {
    return keys;
  }
}
