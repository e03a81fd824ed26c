package cn.zhixin.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** CBOR items as trees of Java objects: whatever the codec supports. */
final class CborTrees {
  record Tagged(long tag, Object item) {}

  private static final String NULL = "\u0000null";
  private static final String[] NAMES = {"", "龑䶮", "𬭎𬬻𬱖", "古丽巴哈尔·阿卜杜热合曼", "㛃𠅤", "X"};

  private CborTrees() {}

  static Object read(CborReader reader) throws MalformedCbor {
    Object tree = item(reader);
    reader.end();
    return tree;
  }

  static void write(Object tree, CborWriter writer) {
    if (tree instanceof Long number) {
      writer.integer(number);
    } else if (tree instanceof Bytes bytes) {
      writer.bytes(bytes);
    } else if (tree instanceof Boolean truth) {
      writer.bool(truth);
    } else if (tree.equals(NULL)) {
      writer.nil();
    } else if (tree instanceof String text) {
      writer.text(text);
    } else if (tree instanceof Tagged tagged) {
      write(tagged.item(), writer.tag(tagged.tag()));
    } else if (tree instanceof List<?> list) {
      writer.array(list.size());
      list.forEach(each -> write(each, writer));
    } else if (tree instanceof Map<?, ?> map) {
      writer.map(map.size());
      map.forEach(
          (key, value) -> {
            write(key, writer);
            write(value, writer);
          });
    }
  }

  static Object random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> Bytes.wrap(new byte[random.nextInt(300)]);
      case 2 -> NAMES[random.nextInt(NAMES.length)];
      case 3 -> random.nextBoolean();
      case 4 -> NULL;
      case 5 -> new Tagged(random.nextInt(100_000), random(random, depth - 1));
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
          list.add(random(random, depth - 2));
        }
        yield list;
      }
      default -> {
        Map<Long, Object> map = new TreeMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
          map.put((long) random.nextInt(70_000), random(random, depth - 2));
        }
        yield new LinkedHashMap<>(map);
      }
    };
  }

  private static Object item(CborReader reader) throws MalformedCbor {
    return switch (reader.peek()) {
      case INTEGER -> reader.integer();
      case BYTES -> reader.bytes();
      case TEXT -> reader.text();
      case BOOLEAN -> reader.bool();
      case TAG -> new Tagged(reader.tag(), item(reader));
      case NULL -> {
        reader.nil();
        yield NULL;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (int i = reader.array(); i > 0; i--) {
          list.add(item(reader));
        }
        yield list;
      }
      case MAP -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = reader.map(); i > 0; i--) {
          Object key = item(reader);
          map.put(key, item(reader));
        }
        yield map;
      }
    };
  }
}
