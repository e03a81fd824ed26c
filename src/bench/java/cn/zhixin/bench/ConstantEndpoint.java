package cn.zhixin.bench;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** As many bytes as an answer has, always the same: what the server costs without us. */
@RestController
class ConstantEndpoint {
  static final String PATH = "/bench/constant";

  private static final int ANSWER_SIZE = 970;

  private final byte[] body =
      ("{\"constant\":\"" + "x".repeat(ANSWER_SIZE - 15) + "\"}").getBytes(StandardCharsets.UTF_8);

  @GetMapping(PATH)
  ResponseEntity<byte[]> constant() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
