package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** nginx with one worker and one file: the peer that everybody knows. */
final class NginxFile implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final long START_MILLIS = 1_000;

  private final Process process;

  private NginxFile(Process process) {
    this.process = process;
  }

  /** Empty, with a sentence on the console, where there is no nginx. */
  static Optional<NginxFile> serve(int port, byte[] content) throws Exception {
    if (!Files.isExecutable(PROGRAM)) {
      System.out.println("Without nginx (Debian package nginx-light) its share is left out.");
      return Optional.empty();
    }
    Path folder = Path.of("target", "bench", "nginx").toAbsolutePath();
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www/answer.json"), content);
    Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port));
    Process process =
        new ProcessBuilder(
                Cores.on(
                    0,
                    List.of(
                        PROGRAM.toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())))
            .inheritIO()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Thread.sleep(START_MILLIS);
    if (!process.isAlive()) {
      throw new IOException("nginx did not start; see " + folder.resolve("error.log"));
    }
    return Optional.of(new NginxFile(process));
  }

  private static String configuration(Path folder, int port) {
    return """
        daemon off;
        user %3$s;
        worker_processes 1;
        pid %1$s/nginx.pid;
        events { worker_connections 4096; }
        http {
          access_log off;
          types { application/json json; }
          open_file_cache max=10;
          keepalive_requests 100000000;
          client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
          uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
          server { listen 127.0.0.1:%2$d; root %1$s/www; }
        }
        """
        .formatted(folder, port, System.getProperty("user.name"));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
