package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of the calling thread's stack by the JDK's flight recorder, in Java and in native code.
 */
final class StackSamples implements AutoCloseable {
  private static final String IN_JAVA = "jdk.ExecutionSample";
  private static final String IN_NATIVE_CODE = "jdk.NativeMethodSample";
  private static final Duration PERIOD = Duration.ofMillis(10);

  private final Recording recording = new Recording();
  private final long thread = Thread.currentThread().getId();

  private StackSamples() {}

  static StackSamples start() {
    StackSamples samples = new StackSamples();
    samples.recording.enable(IN_JAVA).withPeriod(PERIOD);
    samples.recording.enable(IN_NATIVE_CODE).withPeriod(PERIOD);
    samples.recording.start();
    return samples;
  }

  /** Ends the recording and counts. */
  Map<Stage, Integer> byStage() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("zhixin-stages", ".jfr");
    try {
      recording.dump(file);
      Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        RecordedThread sampled =
            event.hasField("sampledThread") ? event.getThread("sampledThread") : null;
        if (sampled != null
            && sampled.getJavaThreadId() == thread
            && event.getStackTrace() != null) {
          counts.merge(Stage.of(frames(event)), 1, Integer::sum);
        }
      }
      return counts;
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> frames(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream().map(StackSamples::name).toList();
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "#" + frame.getMethod().getName();
  }

  @Override
  public void close() {
    recording.close();
  }
}
