package io.entente.simulator.kong.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of {@code multipart/form-data}: each part is a text. */
public final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

  private Multipart() {}

  public static ObjectNode decode(Request request) {
    ObjectNode fields = Json.object();
    Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
    if (!boundary.find()) {
      return fields;
    }
    String body = new String(request.body(), StandardCharsets.UTF_8);
    for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
      int head = part.indexOf("\r\n\r\n");
      if (head < 0) {
        continue;
      }
      Matcher name = NAME.matcher(part.substring(0, head));
      if (name.find()) {
        String value = part.substring(head + 4);
        Forms.put(
            fields,
            name.group(1),
            value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
      }
    }
    return fields;
  }
}
