package cn.zhixin.document.font;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A font family: its files in the order in which they are asked for a character.
 *
 * @param name the family as templates call it
 * @param faces at least one
 */
public record FontChain(String name, List<FontFace> faces) {
  public FontChain {
    faces = List.copyOf(faces);
    if (faces.isEmpty()) {
      throw new IllegalArgumentException("the font family " + name + " has no files");
    }
  }

  /** The first font that has the character, or null if none has. */
  public @Nullable FontFace faceFor(int codePoint) {
    for (int i = 0; i < faces.size(); i++) {
      FontFace face = faces.get(i);
      if (face.font().glyphId(codePoint) != 0) {
        return face;
      }
    }
    return null;
  }
}
