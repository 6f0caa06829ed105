package io.entente.simulator.kong.proxy.lua;

import java.util.ArrayList;
import java.util.List;

/** Text with {@code $(expression)} in it. */
public final class Template {

  private final List<Expression> parts = new ArrayList<>();

  private Template() {}

  public static Template parse(String text) {
    var template = new Template();
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf("$(", at);
      if (start < 0) {
        start = text.length();
      }
      if (start > at) {
        String literal = text.substring(at, start);
        template.parts.add(scope -> literal);
      }
      if (start == text.length()) {
        break;
      }
      int end = closing(text, start + 2);
      LuaChunk code = LuaChunk.expression(text.substring(start + 2, end));
      template.parts.add(code::run);
      at = end + 1;
    }
    return template;
  }

  /** The text with its expressions replaced; nil and false become nothing. */
  public String render(Scope scope) {
    var out = new StringBuilder();
    for (Expression part : parts) {
      Object value = part.value(scope);
      out.append(LuaValues.truthy(value) ? LuaValues.text(value) : "");
    }
    return out.toString();
  }

  private static int closing(String text, int from) {
    int depth = 1;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        continue;
      }
      quote = c == '"' || c == '\'' ? c : 0;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new UnsupportedLua("'" + text + "' has an expression without an end");
  }
}
