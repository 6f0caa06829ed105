package io.entente.simulator.kong.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Lua's string patterns, as far as Kong's schemas use them. Bytes above ASCII count as letters of
 * none.
 */
final class LuaPattern {

  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();
  private static final Map<Character, String> CLASSES =
      Map.of(
          'a',
          "a-zA-Z",
          'd',
          "0-9",
          'l',
          "a-z",
          'u',
          "A-Z",
          'w',
          "a-zA-Z0-9",
          's',
          "\\s",
          'x',
          "0-9a-fA-F");

  private LuaPattern() {}

  static boolean find(String text, String pattern) {
    return COMPILED
        .computeIfAbsent(pattern, lua -> Pattern.compile(translate(lua)))
        .matcher(text)
        .find();
  }

  static String translate(String lua) {
    var regex = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < lua.length(); i++) {
      char c = lua.charAt(i);
      if (c == '%') {
        i++;
        regex.append(escaped(lua.charAt(i), inSet));
      } else if (inSet) {
        inSet = c != ']';
        regex.append(c == '[' || c == '\\' || c == '&' ? "\\" + c : String.valueOf(c));
      } else if (c == '[') {
        inSet = true;
        regex.append(c);
        if (i + 1 < lua.length() && lua.charAt(i + 1) == '^') {
          i++;
          regex.append('^');
        }
      } else if (c == '-') {
        regex.append("*?");
      } else if (c == '\\' || c == '{' || c == '}' || c == '|') {
        regex.append('\\').append(c);
      } else {
        regex.append(c);
      }
    }
    return regex.toString();
  }

  private static String escaped(char c, boolean inSet) {
    String range = CLASSES.get(c);
    if (range == null) {
      return "\\" + c;
    }
    return inSet ? range : "[" + range + "]";
  }
}
