package cn.zhixin.verification.bulk.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.AskedList;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.CodeList;
import cn.zhixin.verification.bulk.ListFault;
import cn.zhixin.verification.bulk.ListFile;
import cn.zhixin.verification.bulk.MalformedList;
import cn.zhixin.verification.employers.EmployerSessions;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.OwnAssets;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Lists of certificates for people who signed in. */
@PublicRole
@Controller
class BulkPages {
  private static final int LATEST = 10;

  private final EmployerSessions sessions;
  private final ListIntake intake;
  private final BulkJobs jobs;
  private final ListReceipts receipts;
  private final Frames frames;
  private final OwnAssets assets;

  BulkPages(
      EmployerSessions sessions,
      ListIntake intake,
      BulkJobs jobs,
      ListReceipts receipts,
      Frames frames,
      PageAssets assets) {
    this.sessions = sessions;
    this.intake = intake;
    this.jobs = jobs;
    this.receipts = receipts;
    this.frames = frames;
    this.assets = assets.own("web/bulk.css", "web/bulk.js", "'self'");
  }

  @GetMapping("/bulk")
  Object form(
      @RequestParam(defaultValue = "") String refused,
      HttpServletRequest request,
      HttpServletResponse response) {
    // an upload above what the service takes of any form is refused before it comes here
    String refusal =
        refused.equals(ListFault.TOO_LARGE.code())
            ? ListFault.TOO_LARGE.sentence().in(language(request))
            : "";
    return signedIn(request, session -> form(session, refusal, Map.of(), request, response));
  }

  @PostMapping("/bulk")
  Object order(
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String codes,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signedIn(
        request,
        session -> {
          Map<String, String> typed = Map.of("purpose", purpose, "codes", codes);
          if (!sessions.isGenuine(request, session, form)) {
            return refused(session, "foreign", HttpStatus.FORBIDDEN, typed, request, response);
          }
          if (!ListIntake.isPurpose(purpose)) {
            return refused(session, "purpose", HttpStatus.BAD_REQUEST, typed, request, response);
          }
          AskedList list;
          try {
            list = read(codes, file);
          } catch (MalformedList e) {
            String sentence = e.sentence().in(language(request));
            return refused(session, sentence, HttpStatus.BAD_REQUEST, typed, request, response);
          } catch (IOException e) {
            return refused(session, "file", HttpStatus.BAD_REQUEST, typed, request, response);
          }
          Optional<BulkJob> job = intake.order(session.key(), purpose, list, request);
          return job.isEmpty()
              ? refused(session, "busy", HttpStatus.TOO_MANY_REQUESTS, typed, request, response)
              : "redirect:/bulk/" + job.get().id() + Reader.of(request).query();
        });
  }

  private AskedList read(String codes, @Nullable MultipartFile file)
      throws IOException, MalformedList {
    if (file != null && !file.isEmpty()) {
      try (InputStream content = file.getInputStream()) {
        return intake.read(content, bytes -> ListFile.read(Bytes.wrap(bytes)));
      }
    }
    byte[] pasted = codes.getBytes(StandardCharsets.UTF_8);
    return intake.read(new ByteArrayInputStream(pasted), bytes -> CodeList.pasted(codes));
  }

  @GetMapping("/bulk/{id}")
  Object list(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String show,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signedIn(
        request,
        session -> {
          Optional<BulkJob> job = jobs.find(id, session.key().organisation());
          if (job.isEmpty()) {
            ModelAndView page = frames.page("failure", request);
            page.addObject("kind", 404);
            page.setStatus(HttpStatus.NOT_FOUND);
            return page;
          }
          boolean running = job.get().state() == BulkJob.State.RUNNING;
          List<BulkRow> rows = running ? List.of() : jobs.rows(job.get());
          ModelAndView page = page("bulk-list", session, request, response);
          page.addObject("view", JobView.of(job.get(), rows, show, language(request)));
          page.addObject("interruption", String.valueOf(job.get().interruption()));
          page.addObject("shown", show);
          page.addObject("files", rows.stream().anyMatch(row -> row.file() != null));
          return page;
        });
  }

  /** For the page's script: how far it is, and nothing else. */
  @GetMapping("/bulk/{id}/progress")
  ResponseEntity<Map<String, Object>> progress(
      @PathVariable String id, HttpServletRequest request) {
    return own(id, request)
        .map(
            job ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(JobJson.progress(job)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/bulk/{id}/answers.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String id, HttpServletRequest request) {
    return own(id, request)
        .map(job -> BulkEndpoints.workbook(job, jobs.rows(job), language(request)))
        .orElseGet(() -> Problems.of(ProblemKind.NO_SUCH_LIST, language(request)));
  }

  @GetMapping("/bulk/{id}/receipt.pdf")
  ResponseEntity<byte[]> receipt(@PathVariable String id, HttpServletRequest request) {
    return own(id, request)
        .map(job -> receipts.of(job, request))
        .orElseGet(() -> Problems.of(ProblemKind.NO_SUCH_LIST, language(request)));
  }

  private Optional<BulkJob> own(String id, HttpServletRequest request) {
    return sessions.of(request).flatMap(session -> jobs.find(id, session.key().organisation()));
  }

  private Object signedIn(
      HttpServletRequest request, Function<EmployerSessions.Open, Object> page) {
    return sessions
        .of(request)
        .map(page)
        .orElseGet(() -> "redirect:/sign-in" + Reader.of(request).query());
  }

  private ModelAndView refused(
      EmployerSessions.Open session,
      String refusal,
      HttpStatus status,
      Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = form(session, refusal, typed, request, response);
    page.setStatus(status);
    return page;
  }

  /**
   * @param refusal empty, the name of a sentence, or one that was said already
   */
  private ModelAndView form(
      EmployerSessions.Open session,
      String refusal,
      Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = page("bulk", session, request, response);
    page.addObject("refusal", refusal);
    page.addObject("typed", typed);
    page.addObject(
        "latest",
        jobs.latest(session.key().organisation(), LATEST).stream()
            .map(job -> JobView.of(job, List.of(), "", language(request)))
            .toList());
    return page;
  }

  private ModelAndView page(
      String template,
      EmployerSessions.Open session,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = frames.page(template, request);
    page.addObject("organisation", session.key().organisation().name());
    page.addObject("form", session.token().formToken());
    page.addObject("query", Reader.of(request).query());
    assets.addTo(page, response);
    OwnForms.tellOrigin(response);
    return page;
  }

  private static Language language(HttpServletRequest request) {
    return Reader.of(request).language();
  }
}
