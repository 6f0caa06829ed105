package io.entente.simulator.apigee.proxy.template;

/** Makes text safe inside JSON, XML and HTML. */
final class Escapes {

  private Escapes() {}

  /** Quotes, backslashes and control characters. */
  static String json(String text) {
    var out = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  static String xml(String text) {
    return entities(text).replace("'", "&apos;");
  }

  static String xml11(String text) {
    return xml(text).replace("\0", "");
  }

  static String html(String text) {
    return entities(text).replace("'", "&#39;");
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
