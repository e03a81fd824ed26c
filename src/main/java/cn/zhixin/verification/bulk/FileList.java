package cn.zhixin.verification.bulk;

import java.util.List;

/**
 * Files to look into, in the order of the archive they came in.
 *
 * @param files at least one, at most {@link #MOST}
 */
public record FileList(List<ListedFile> files) implements AskedList {
  public static final int MOST = 500;

  public FileList {
    files = List.copyOf(files);
    if (files.isEmpty() || files.size() > MOST) {
      throw new IllegalArgumentException("a list has 1 to " + MOST + " files");
    }
  }

  @Override
  public int size() {
    return files.size();
  }
}
