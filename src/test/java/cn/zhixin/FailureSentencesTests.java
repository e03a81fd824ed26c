package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureSentencesTests {
  @Test
  void saysInBothLanguagesWhatIsTheMatterWithAFile() {
    assertThat(FailureSentences.of(new NoSuchFileException("名单.xlsx")))
        .contains("没有这个文件", "no such file", "名单.xlsx");
    assertThat(FailureSentences.of(new IllegalStateException(new AccessDeniedException("out"))))
        .contains("没有权限", "no permission: out");
  }

  @Test
  void tellsOfAFolderThatWasMadeForANewerJdk() {
    assertThat(FailureSentences.of(new IllegalStateException(new UnsupportedClassVersionError())))
        .contains("较新的 JDK", "made this folder for a newer JDK");
  }

  @Test
  void tellsHowToNameAFileThatTheLocaleCannot() {
    InvalidPathException unmappable =
        new InvalidPathException("???", "Malformed input or input contains unmappable characters");
    assertThat(FailureSentences.of(unmappable)).contains("export LC_ALL=C.UTF-8");
    assertThat(FailureSentences.hint(new IllegalArgumentException(unmappable)))
        .contains("export LC_ALL=C.UTF-8");
    assertThat(FailureSentences.hint(new IllegalArgumentException("no such option"))).isEmpty();
  }
}
