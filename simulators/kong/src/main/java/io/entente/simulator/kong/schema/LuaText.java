package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Values as Kong writes them into messages: Lua tables with sorted keys. */
public final class LuaText {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private LuaText() {}

  /** On one line: {@code {id="x",name=null}}. */
  public static String compact(JsonNode value) {
    return write(value, "", "", "", "=");
  }

  /** On several lines, two blanks for each level. */
  public static String indented(JsonNode value) {
    return write(value, "", "  ", "\n", " = ");
  }

  /** A number as Lua prints it. */
  public static String number(JsonNode value) {
    double number = value.asDouble();
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  /** A scalar without quotes. */
  public static String plain(JsonNode value) {
    return value.isNumber() ? number(value) : value.asText();
  }

  private static String write(
      JsonNode value, String before, String step, String newLine, String equals) {
    if (!value.isContainerNode()) {
      return value.isTextual() ? quoted(value.asText()) : plain(value);
    }
    String inner = before + step;
    List<String> entries = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> entries.add(inner + write(item, inner, step, newLine, equals)));
    } else {
      var names = new TreeSet<String>();
      value.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        entries.add(
            inner + key(name) + equals + write(value.get(name), inner, step, newLine, equals));
      }
    }
    return "{" + newLine + String.join("," + newLine, entries) + newLine + before + "}";
  }

  private static String key(String name) {
    return IDENTIFIER.matcher(name).matches() ? name : "[\"" + name + "\"]";
  }

  private static String quoted(String text) {
    if (text.contains("\n") || text.contains("\"")) {
      return "[[" + text + "]]";
    }
    return '"' + text.replace("\\", "\\\\") + '"';
  }
}
