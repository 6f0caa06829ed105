package io.entente.translator.testkit;

import java.util.List;
import java.util.Random;

/** Bodies around the limits of {@link RandomBodies}, from a seed; some of them broken. */
public final class BodyTexts {

  private static final List<String> BROKEN =
      List.of("", "{", "]", "{\"a\" 1}", "[1,]", "<a>", "<a></b>", "<!DOCTYPE a><a/>", "<p:a/>");

  private BodyTexts() {}

  public static String json(Random random) {
    return random.nextInt(10) == 0 ? broken(random) : value(random, 3);
  }

  public static String xml(Random random) {
    return random.nextInt(10) == 0 ? broken(random) : element(random, 3);
  }

  /** Bodies that have so many of one thing each, and one of all else. */
  public static List<String> jsonOf(int size) {
    String name = "n".repeat(size);
    var members = new StringBuilder();
    for (int i = 0; i < size; i++) {
      members.append(i == 0 ? "" : ",").append('"').append((char) ('a' + i)).append("\":1");
    }
    return List.of(
        "[".repeat(size) + "1" + "]".repeat(size),
        "{\"a\":".repeat(size) + "1" + "}".repeat(size),
        "[1" + ",1".repeat(size - 1) + "]",
        "{" + members + "}",
        "{\"" + name + "\":1}",
        "\"" + name + "\"");
  }

  /** Bodies that have so many of one thing each, and one of all else. */
  public static List<String> xmlOf(int size) {
    String name = "n".repeat(size);
    var attributes = new StringBuilder();
    var namespaces = new StringBuilder();
    for (int i = 0; i < size; i++) {
      attributes.append(' ').append((char) ('a' + i)).append("=''");
      namespaces.append(" xmlns:").append((char) ('a' + i)).append("='u'");
    }
    return List.of(
        "<a>".repeat(size) + "</a>".repeat(size),
        "<a>" + "<b/>".repeat(size) + "</a>",
        "<a>" + "<b/>x".repeat(size) + "</a>",
        "<a>" + "<!---->".repeat(size) + "</a>",
        "<a>" + "<?t ?>".repeat(size) + "</a>",
        "<" + name + "/>",
        "<a" + attributes + "/>",
        "<a" + namespaces + "/>",
        "<a " + name + "=''/>",
        "<a b='" + name + "'/>",
        "<a xmlns:" + name + "='u'/>",
        "<a xmlns='" + name + "'/>",
        "<a>" + name + "</a>",
        "<a><!--" + name + "--></a>",
        "<a><?t " + name + "?></a>",
        "<a><?" + name + "?></a>");
  }

  private static String broken(Random random) {
    return BROKEN.get(random.nextInt(BROKEN.size())) + " ";
  }

  private static String value(Random random, int deepest) {
    int members = random.nextInt(random.nextInt(4) == 0 ? 7 : 3);
    var text = new StringBuilder();
    switch (deepest == 0 ? 3 : random.nextInt(4)) {
      case 0, 1 -> {
        for (int i = 0; i < members; i++) {
          text.append(i == 0 ? "" : ",").append(value(random, deepest - 1));
        }
        return "[" + text + "]";
      }
      case 2 -> {
        for (int i = 0; i < members; i++) {
          text.append(i == 0 ? "\"" : ",\"")
              .append(i)
              .append(word(random, 8))
              .append("\": ")
              .append(value(random, deepest - 1));
        }
        return "{" + text + "}";
      }
      default -> {
        return random.nextInt(3) == 0 ? "12.5e3" : '"' + word(random, 14) + '"';
      }
    }
  }

  private static String element(Random random, int deepest) {
    String name = "e" + word(random, 7);
    var text = new StringBuilder("<").append(name);
    for (int i = random.nextInt(random.nextInt(4) == 0 ? 6 : 2); i > 0; i--) {
      text.append(' ').append("abcdefg".charAt(i)).append("='").append(word(random, 13));
      text.append('\'');
    }
    if (random.nextInt(5) == 0) {
      text.append(" xmlns='urn:").append(word(random, 9)).append('\'');
    }
    text.append('>');
    if (deepest > 0) {
      for (int i = random.nextInt(random.nextInt(4) == 0 ? 7 : 3); i > 0; i--) {
        text.append(element(random, deepest - 1)).append(word(random, 3));
      }
    }
    switch (random.nextInt(4)) {
      case 0 -> text.append("<!--").append(word(random, 13)).append("-->");
      case 1 -> text.append("<?t ").append(word(random, 13)).append("?>");
      default -> text.append(word(random, 13));
    }
    return text.append("</").append(name).append('>').toString();
  }

  private static String word(Random random, int longest) {
    int length = random.nextInt(3) == 0 ? random.nextInt(longest + 1) : random.nextInt(3);
    return "abcdefghijklmnopq".substring(0, length);
  }
}
