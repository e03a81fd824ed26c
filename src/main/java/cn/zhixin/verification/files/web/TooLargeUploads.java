package cn.zhixin.verification.files.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What whoever sends too much is told, before any of it was looked at. */
@PublicRole
@ControllerAdvice
class TooLargeUploads {
  private final FilePage page;

  TooLargeUploads(FilePage page) {
    this.page = page;
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  Object tooLarge(HttpServletRequest refused, HttpServletResponse response) {
    HttpServletRequest request = new QueryOnly(refused);
    if (request.getRequestURI().equals("/bulk")) {
      String query = Reader.of(request).query();
      return "redirect:/bulk" + (query.isEmpty() ? "?" : query + "&") + "refused=too-large";
    }
    return request.getRequestURI().startsWith("/api/")
        ? Problems.of(ProblemKind.FILE_TOO_LARGE, Reader.of(request).language())
        : page.problem(ProblemKind.FILE_TOO_LARGE, request, response);
  }
}
