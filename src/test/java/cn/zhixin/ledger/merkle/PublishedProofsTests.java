package cn.zhixin.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of transparency-dev/merkle, {@code testdata}; most of them must fail. */
class PublishedProofsTests {
  private static final Path VECTORS =
      Path.of(System.getProperty("zhixin.shared", "../shared"), "corpora", "merkle");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> inclusion() throws Exception {
    return vectors("inclusion", PublishedProofsTests::isIncluded);
  }

  @TestFactory
  Stream<DynamicTest> consistency() throws Exception {
    return vectors("consistency", PublishedProofsTests::isConsistent);
  }

  private static boolean isIncluded(JsonNode vector) throws Exception {
    InclusionProof proof =
        new InclusionProof(
            vector.get("leafIdx").bigIntegerValue().longValue(),
            vector.get("treeSize").bigIntegerValue().longValue(),
            path(vector));
    return proof.root(digest(vector.get("leafHash"))).equals(digest(vector.get("root")));
  }

  private static boolean isConsistent(JsonNode vector) throws Exception {
    ConsistencyProof proof =
        new ConsistencyProof(
            vector.get("size1").bigIntegerValue().longValue(),
            vector.get("size2").bigIntegerValue().longValue(),
            path(vector));
    return proof.connects(digest(vector.get("root1")), digest(vector.get("root2")));
  }

  private static List<Digest> path(JsonNode vector) {
    List<Digest> path = new ArrayList<>();
    vector.get("proof").forEach(hash -> path.add(digest(hash)));
    return path;
  }

  /**
   * Some vectors have words in place of hashes; ours have 32 bytes, so words are hashed to that.
   */
  private static Digest digest(JsonNode text) {
    byte[] bytes = Base64.getDecoder().decode(text.asString());
    boolean words = bytes.length > 0 && bytes.length != Digest.SIZE;
    return words ? Digest.of(bytes) : new Digest(Bytes.wrap(bytes));
  }

  private static Stream<DynamicTest> vectors(String folder, Check check) throws Exception {
    Path root = VECTORS.resolve(folder);
    assumeTrue(Files.isDirectory(root), "SKIPPED: there is no " + root);
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(root.relativize(file).toString(), () -> run(file, check)));
  }

  private static void run(Path file, Check check) throws Exception {
    JsonNode vector = JSON.readTree(Files.readAllBytes(file));
    Callable<Boolean> outcome = () -> check.passes(vector);
    boolean passes;
    try {
      passes = outcome.call();
    } catch (MalformedProof | IllegalArgumentException e) {
      passes = false;
    }
    assertThat(passes)
        .as(vector.get("desc").asString())
        .isNotEqualTo(vector.get("wantErr").asBoolean());
  }

  @FunctionalInterface
  private interface Check {
    boolean passes(JsonNode vector) throws Exception;
  }
}
