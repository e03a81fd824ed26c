package cn.zhixin.document.font;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The font files a program has, each opened once and shared; safe for all threads. */
public final class FontLibrary {
  /** Where font files come from. */
  @FunctionalInterface
  public interface Source {
    /** Opens a file by its plain name, or gives null if there is none. */
    @Nullable InputStream open(String file) throws IOException;
  }

  private static final FontLibrary BUNDLED =
      new FontLibrary(
          file -> FontLibrary.class.getClassLoader().getResourceAsStream("fonts/" + file));

  private final Source source;
  private final Map<String, FontFace> faces = new ConcurrentHashMap<>();

  public FontLibrary(Source source) {
    this.source = source;
  }

  /** The fonts that come with the program, under {@code fonts/} on the class path. */
  public static FontLibrary bundled() {
    return BUNDLED;
  }

  /** The font files of one folder. */
  public static FontLibrary of(Path folder) {
    return new FontLibrary(
        file -> {
          Path path = folder.resolve(file);
          return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
        });
  }

  /** The face of a file; empty if there is no such file. The font is not read yet. */
  public Optional<FontFace> face(String file) throws IOException {
    FontFace known = faces.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream in = source.open(file)) {
      if (in == null) {
        return Optional.empty();
      }
    }
    return Optional.of(faces.computeIfAbsent(file, name -> new FontFace(name, this)));
  }

  /**
   * A family of files.
   *
   * @throws IOException if one of them is missing
   */
  public FontChain chain(String family, List<String> files) throws IOException {
    List<FontFace> found = new ArrayList<>();
    for (String file : files) {
      found.add(face(file).orElseThrow(() -> new IOException("there is no font file " + file)));
    }
    return new FontChain(family, found);
  }

  /** Reads a font; a file that was there and cannot be read is a broken installation. */
  synchronized TrueTypeFont read(String file) {
    try (InputStream in = source.open(file)) {
      if (in == null) {
        throw new IllegalStateException("the font file " + file + " has gone");
      }
      return TrueTypeFont.read(in.readAllBytes());
    } catch (IOException | MalformedFont e) {
      throw new IllegalStateException("cannot read the font file " + file, e);
    }
  }
}
