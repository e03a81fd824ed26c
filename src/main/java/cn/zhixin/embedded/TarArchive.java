package cn.zhixin.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A tar archive compressed with xz. */
record TarArchive(URL source) {
  private static final int EXECUTABLE = 0100;

  /** Unpacks files, folders and links; an entry that points out of the folder is refused. */
  void unpack(Path folder) throws IOException {
    Path root = PrivateFiles.folder(folder).toRealPath();
    try (var raw = new BufferedInputStream(source.openStream());
        var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(parent(target));
          write(entry, tar, root, target);
        }
      }
    }
  }

  private static void write(
      TarArchiveEntry entry, TarArchiveInputStream content, Path root, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      inside(root, parent(target).resolve(entry.getLinkName()), entry);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, target);
      boolean executable = (entry.getMode() & EXECUTABLE) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    } else {
      throw new IOException("neither file, folder nor symbolic link: " + entry.getName());
    }
  }

  private static Path inside(Path root, Path path, TarArchiveEntry entry) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new IOException("an entry outside of the archive's folder: " + entry.getName());
    }
    return normal;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
