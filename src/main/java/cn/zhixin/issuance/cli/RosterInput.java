package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.roster.MalformedRoster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that a roster is read from. */
final class RosterInput {
  private RosterInput() {}

  /** Why there is nothing to read; empty if there is. */
  static Optional<String> refusal(Path file, Texts texts) {
    if (!Files.exists(file)) {
      return Optional.of(texts.say("issue.noSuchFile", file));
    }
    if (Files.isDirectory(file)) {
      return Optional.of(texts.say("issue.rosterIsFolder", file));
    }
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(texts.say("issue.rosterNotReadable", file));
  }

  static String sentence(MalformedRoster refusal, Texts texts) {
    String sentence =
        texts.isEnglish()
            ? refusal.sentence().english() + ". " + refusal.remedy().english() + "."
            : refusal.sentence().chinese() + "。" + refusal.remedy().chinese() + "。";
    return texts.say("issue.unreadable", sentence);
  }
}
