package io.entente.translator.testkit;

import java.util.List;
import java.util.Random;

/** Texts as nobody should send them, from a seed: cut, doubled, spliced, nested, with odd signs. */
public final class TextMutations {

  private static final int PART = 40;

  private static final List<String> ODD =
      List.of(
          "\u0000",
          "\t",
          "\r",
          "\ud83d",
          "\ufeff",
          "\u2028",
          "é",
          "\"",
          "'",
          "\\u",
          "{",
          "}",
          "[",
          "]",
          ": ",
          ",",
          "- ",
          "? ",
          "#",
          "%",
          "&a ",
          "*a",
          "&a [*a]",
          "<<: *a",
          "!!binary x",
          "!!float ",
          "!x ",
          "|-\n",
          ">\n",
          "---\n",
          "...\n",
          "~",
          "null",
          "NaN",
          ".inf",
          "-0",
          "1e999999999",
          "0x7f",
          "0o7",
          "1_000",
          "2026-11-22",
          "<",
          ">",
          "&x;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<?x",
          "<!DOCTYPE a [<!ENTITY x \"y\">]>",
          "9".repeat(400));

  private TextMutations() {}

  /** One place changed. */
  public static String of(String text, Random random) {
    if (text.isEmpty()) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    int from = random.nextInt(text.length());
    int to = from + random.nextInt(Math.min(PART, text.length() - from));
    String part = text.substring(from, to);
    String before = text.substring(0, from);
    String odd = ODD.get(random.nextInt(ODD.size()));
    return switch (random.nextInt(12)) {
      case 0 -> before + text.substring(to);
      case 1 -> before + part + part + text.substring(to);
      case 2 -> text.replaceAll("[0-9]+", "99999999999999999999");
      case 3 -> text.replaceAll(">[^<]+<", "><");
      case 4 -> nested(text, random);
      case 5 -> before;
      case 6 -> {
        int other = random.nextInt(text.length());
        yield text.substring(0, other) + part + text.substring(other);
      }
      case 7 -> before + odd + text.substring(to);
      case 8 -> before + (char) (text.charAt(from) ^ 1 << random.nextInt(8)) + rest(text, from);
      case 9 -> text.replace("  ", random.nextBoolean() ? " " : "   ");
      default -> before + odd + text.substring(from);
    };
  }

  private static String rest(String text, int at) {
    return text.substring(at + 1);
  }

  private static String nested(String text, Random random) {
    int deep = 1 + random.nextInt(400);
    return switch (random.nextInt(4)) {
      case 0 -> "<a>".repeat(deep) + text + "</a>".repeat(deep);
      case 1 -> "[".repeat(deep) + text + "]".repeat(deep);
      case 2 -> "{\"a\":".repeat(deep) + text + "}".repeat(deep);
      default -> "- ".repeat(deep) + text;
    };
  }
}
