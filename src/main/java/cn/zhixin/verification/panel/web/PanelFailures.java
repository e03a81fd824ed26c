package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a holder is told while the database is away: nothing of it says anything of a certificate.
 */
@PublicRole
@Order(0)
@ControllerAdvice(basePackageClasses = PanelFailures.class)
class PanelFailures {
  private static final Logger LOG = LoggerFactory.getLogger(PanelFailures.class);

  private final PanelFrames frames;

  PanelFailures(PanelFrames frames) {
    this.frames = frames;
  }

  @ExceptionHandler(DataAccessException.class)
  ModelAndView unreachable(
      DataAccessException problem, HttpServletRequest request, HttpServletResponse response) {
    // its message may quote what a holder wrote: the class is told only
    LOG.error("The holders' pages cannot reach the database: {}", problem.getClass().getName());
    response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    return frames.notice("UNREACHABLE", HttpStatus.SERVICE_UNAVAILABLE, request, response);
  }
}
