package cn.zhixin.verification.files.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The public API: what a file of a certificate, or a receipt, is worth. */
@PublicRole
@RestController
class FileEndpoint {
  private final Uploads uploads;

  FileEndpoint(Uploads uploads) {
    this.uploads = uploads;
  }

  @PostMapping(path = "/api/v1/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> form(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    return file == null || file.isEmpty()
        ? Problems.of(ProblemKind.NO_FILE, Reader.of(request).language())
        : respond(uploads.check(file, request), request);
  }

  @PostMapping(
      path = "/api/v1/files",
      consumes = {
        MediaType.APPLICATION_PDF_VALUE,
        MediaType.IMAGE_PNG_VALUE,
        MediaType.IMAGE_JPEG_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        "application/jose+json"
      })
  ResponseEntity<byte[]> body(HttpServletRequest request) throws IOException {
    return respond(uploads.check(request::getInputStream, request), request);
  }

  @PostMapping("/api/v1/files")
  ResponseEntity<byte[]> nothing(HttpServletRequest request) {
    return Problems.of(ProblemKind.NO_FILE, Reader.of(request).language());
  }

  private static ResponseEntity<byte[]> respond(FileResult result, HttpServletRequest request) {
    Language language = Reader.of(request).language();
    FileJson json = new FileJson(language);
    if (result instanceof FileResult.AsIssued issued) {
      return ok(json.asIssued(issued), language);
    }
    if (result instanceof FileResult.Altered altered) {
      return ok(json.altered(altered), language);
    }
    if (result instanceof FileResult.Copied copied) {
      return ok(json.copied(copied), language);
    }
    if (result instanceof FileResult.Receipted receipted) {
      return ok(json.receipt(receipted), language);
    }
    if (result instanceof FileResult.RefusedReceipt refused) {
      return ok(json.refused(refused), language);
    }
    FileProblem problem = FileProblem.of(result);
    return Problems.of(problem.kind(), language, problem.members());
  }

  private static ResponseEntity<byte[]> ok(byte[] json, Language language) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .cacheControl(CacheControl.noStore())
        .body(json);
  }
}
