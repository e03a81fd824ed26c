package cn.zhixin.verification.bulk.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.AskedList;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.ListFile;
import cn.zhixin.verification.bulk.MalformedList;
import cn.zhixin.verification.employers.ApiCallers;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Lists of certificates for programs, by {@code Authorization: Bearer zx_…} (RFC 6750 §2.1). */
@PublicRole
@RestController
class BulkEndpoints {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What a list is asked for, where it is sent bare: UTF-8, percent-encoded. */
  private static final String PURPOSE = "Zhixin-Purpose";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ApiCallers callers;
  private final ListIntake intake;
  private final BulkJobs jobs;
  private final ListReceipts receipts;

  BulkEndpoints(ApiCallers callers, ListIntake intake, BulkJobs jobs, ListReceipts receipts) {
    this.callers = callers;
    this.intake = intake;
    this.jobs = jobs;
    this.receipts = receipts;
  }

  @PostMapping(path = "/api/v1/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> json(HttpServletRequest request) {
    return callers.known(
        request,
        key -> {
          String[] purpose = {""};
          return order(
              request,
              key,
              () ->
                  intake.read(
                      request.getInputStream(),
                      bytes -> {
                        JsonList list = JsonList.read(bytes);
                        purpose[0] = list.purpose();
                        return list.list();
                      }),
              () -> purpose[0]);
        });
  }

  @PostMapping(path = "/api/v1/bulk", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> form(
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam MultipartFile file,
      HttpServletRequest request) {
    return callers.known(
        request,
        key ->
            order(
                request,
                key,
                () -> intake.read(file.getInputStream(), BulkEndpoints::file),
                () -> purpose));
  }

  /** A bare file: its bytes say what it is. */
  @PostMapping(
      path = "/api/v1/bulk",
      consumes = {
        "text/csv",
        XLSX,
        "application/zip",
        "application/x-zip-compressed",
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  ResponseEntity<?> file(HttpServletRequest request) {
    return callers.known(
        request,
        key ->
            order(
                request,
                key,
                () -> intake.read(request.getInputStream(), BulkEndpoints::file),
                () -> purpose(request.getHeader(PURPOSE))));
  }

  private static AskedList file(byte[] content) throws MalformedList {
    return ListFile.read(Bytes.wrap(content));
  }

  private static String purpose(@Nullable String header) {
    try {
      return header == null ? "" : URLDecoder.decode(header, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @GetMapping("/api/v1/bulk/{id}")
  ResponseEntity<?> list(@PathVariable String id, HttpServletRequest request) {
    return ofOwn(id, request, job -> respond(HttpStatus.OK, job, request));
  }

  @GetMapping("/api/v1/bulk/{id}/answers.xlsx")
  ResponseEntity<?> workbook(@PathVariable String id, HttpServletRequest request) {
    return ofOwn(id, request, job -> workbook(job, jobs.rows(job), language(request)));
  }

  @GetMapping("/api/v1/bulk/{id}/receipt")
  ResponseEntity<?> receipt(@PathVariable String id, HttpServletRequest request) {
    return ofOwn(id, request, job -> receipts.of(job, request));
  }

  static ResponseEntity<byte[]> workbook(BulkJob job, List<BulkRow> rows, Language language) {
    if (job.state() == BulkJob.State.RUNNING) {
      return Problems.of(ProblemKind.LIST_NOT_COMPLETE, language);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new AnswersWorkbook(language).write(job, rows, out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"zhixin-" + job.id().substring(0, 8) + ".xlsx\"")
        .cacheControl(CacheControl.noStore())
        .body(out.toByteArray());
  }

  /** Reads a list, which may be of any kind. */
  private interface Source {
    AskedList read() throws IOException, MalformedList;
  }

  /** What a list is asked for; known once the list was read. */
  private interface Purpose {
    String text();
  }

  private ResponseEntity<byte[]> order(
      HttpServletRequest request, ApiKey key, Source source, Purpose purpose) {
    Language language = language(request);
    AskedList list;
    try {
      list = source.read();
    } catch (MalformedList e) {
      return Problems.of(
          ProblemKind.MALFORMED_LIST,
          language,
          Map.of("reason", e.fault().code(), "detail", e.sentence().in(language)));
    } catch (IOException e) {
      return Problems.of(ProblemKind.BAD_REQUEST, language);
    }
    if (!ListIntake.isPurpose(purpose.text())) {
      return Problems.of(ProblemKind.PURPOSE_MISSING, language);
    }
    return intake
        .order(key, purpose.text(), list, request)
        .map(
            job ->
                respond(job.endedAt() == null ? HttpStatus.ACCEPTED : HttpStatus.OK, job, request))
        .orElseGet(() -> Problems.of(ProblemKind.TOO_MANY_LISTS, language));
  }

  private ResponseEntity<byte[]> respond(
      HttpStatus status, BulkJob job, HttpServletRequest request) {
    boolean running = job.state() == BulkJob.State.RUNNING;
    List<BulkRow> rows = running ? List.of() : jobs.rows(job);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, language(request).tag())
            .header(HttpHeaders.LOCATION, "/api/v1/bulk/" + job.id())
            .cacheControl(CacheControl.noStore());
    if (running) {
      response.header(HttpHeaders.RETRY_AFTER, "2");
    }
    return response.body(MAPPER.writeValueAsBytes(new JobJson(language(request)).of(job, rows)));
  }

  private ResponseEntity<?> ofOwn(
      String id, HttpServletRequest request, Function<BulkJob, ResponseEntity<byte[]>> answer) {
    return callers.known(
        request,
        key -> {
          Optional<BulkJob> job = jobs.find(id, key.organisation());
          return job.map(answer)
              .orElseGet(() -> Problems.of(ProblemKind.NO_SUCH_LIST, language(request)));
        });
  }

  private static Language language(HttpServletRequest request) {
    return Reader.of(request).language();
  }
}
