package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public API: what a verification code stands for. */
@PublicRole
@RestController
class CertificateEndpoints {
  private final AnswerResponses responses;

  CertificateEndpoints(AnswerResponses responses) {
    this.responses = responses;
  }

  @GetMapping("/api/v1/certificates/{code}")
  ResponseEntity<byte[]> certificate(@PathVariable String code, HttpServletRequest request) {
    return responses.respond(code, request);
  }
}
