package cn.zhixin.verification.files.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.OwnAssets;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where a reader drops a file, and what it turned out to be. */
@PublicRole
@Controller
class FilePage {
  private final Uploads uploads;
  private final Frames frames;
  private final OwnAssets assets;

  FilePage(Uploads uploads, Frames frames, PageAssets assets) {
    this.uploads = uploads;
    this.frames = frames;
    this.assets = assets.own("web/file.css", "web/file.js", "'self'");
  }

  @GetMapping("/file")
  ModelAndView empty(HttpServletRequest request, HttpServletResponse response) {
    return page(null, HttpStatus.OK, request, response);
  }

  @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView checked(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return problem(ProblemKind.NO_FILE, request, response);
    }
    FileResult result = uploads.check(file, request);
    boolean answered =
        result instanceof FileResult.AsIssued
            || result instanceof FileResult.Altered
            || result instanceof FileResult.Copied
            || result instanceof FileResult.Receipted
            || result instanceof FileResult.RefusedReceipt;
    return page(
        new FileViews(Reader.of(request)).of(result),
        answered ? HttpStatus.OK : FileProblem.of(result).kind().status(),
        request,
        response);
  }

  ModelAndView problem(ProblemKind kind, HttpServletRequest request, HttpServletResponse response) {
    FileView view = new FileViews(Reader.of(request)).problem(new FileProblem(kind, Map.of()));
    return page(view, kind.status(), request, response);
  }

  private ModelAndView page(
      @Nullable FileView view,
      HttpStatus status,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = frames.page("file", request);
    page.addObject("view", view);
    page.addObject("maximum", uploads.maximumSize());
    page.setStatus(status);
    assets.addTo(page, response);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    return page;
  }
}
