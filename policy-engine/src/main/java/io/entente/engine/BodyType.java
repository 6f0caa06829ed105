package io.entente.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request says that its body is. */
enum BodyType {
  JSON,
  XML,
  /** Something else, or nothing said. */
  OTHER,
  /** Several types, or a character set other than UTF-8. */
  UNCLEAR;

  private static final Set<String> XML_TYPES = Set.of("application/xml", "text/xml");

  /**
   * @param wanted whose character set matters
   */
  static BodyType of(Headers headers, BodyType wanted) {
    List<String> values = headers.get("content-type");
    if (values.isEmpty()) {
      return OTHER;
    }
    if (values.size() > 1 || values.get(0).contains(",")) {
      return UNCLEAR;
    }
    String[] parts = values.get(0).toLowerCase(Locale.ROOT).split(";", -1);
    BodyType named = named(parts[0].strip());
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (named == wanted
          && parameter.startsWith("charset=")
          && !Set.of("charset=utf-8", "charset=\"utf-8\"").contains(parameter)) {
        return UNCLEAR;
      }
    }
    return named;
  }

  private static BodyType named(String type) {
    if (type.equals("application/json") || type.endsWith("+json")) {
      return JSON;
    }
    return XML_TYPES.contains(type) || type.endsWith("+xml") ? XML : OTHER;
  }
}
