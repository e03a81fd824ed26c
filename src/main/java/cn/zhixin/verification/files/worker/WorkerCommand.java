package cn.zhixin.verification.files.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a worker's process is started: by this process's own Java and with its own classes. */
final class WorkerCommand {
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.";

  private WorkerCommand() {}

  static ProcessBuilder of(int memoryMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + memoryMegabytes + "m");
    command.add("-Xms16m");
    command.add("-XX:MaxMetaspaceSize=96m");
    command.add("-XX:MaxDirectMemorySize=16m");
    command.add("-XX:ReservedCodeCacheSize=32m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // one file at a time, soon: what a compiler for the long run does would come too late
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-Xshare:auto");
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    // a stranger's broken file is his: no traces of it in any log
    command.add("-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");
    command.add(
        "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    if (isPackaged()) {
      command.add("-Dloader.main=" + FileWorker.class.getName());
      command.add(LAUNCHER + "PropertiesLauncher");
    } else {
      command.add(FileWorker.class.getName());
    }
    ProcessBuilder process = new ProcessBuilder(command);
    // passwords stand in environments
    process.environment().clear();
    process.redirectError(ProcessBuilder.Redirect.DISCARD);
    return process;
  }

  /** Whether the classes lie in jars inside of the program's jar, which Java alone cannot read. */
  private static boolean isPackaged() {
    ClassLoader loader = FileWorker.class.getClassLoader();
    return loader != null && loader.getClass().getName().startsWith(LAUNCHER);
  }
}
