package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What is told of a request that needs the database while that is away, where its own room has no
 * better words: that it may be sent again. It is no mistake of ours.
 */
@PublicRole
@ControllerAdvice
class DatabaseAway {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    RecoverableDataAccessException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  void unreachable(Exception problem, HttpServletResponse response) throws IOException {
    // its message may quote what was asked: the class is told only
    LOG.error("A request cannot reach the database: {}", problem.getClass().getName());
    response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
