package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the public API to programs. */
@PublicRole
@RestController
class ApiEndpoint {
  /** Made when first asked for: a start does not wait for it. */
  private volatile byte @Nullable [] document;

  @GetMapping("/api")
  ResponseEntity<byte[]> describe() {
    byte[] made = document;
    if (made == null) {
      made = ApiDocument.write();
      document = made;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(made);
  }
}
