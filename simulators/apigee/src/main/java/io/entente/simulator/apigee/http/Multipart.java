package io.entente.simulator.apigee.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the file in a body of {@code multipart/form-data}. */
public final class Multipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private Multipart() {}

  /** The bytes of the part {@code file}; empty when the body has none. */
  public static Optional<byte[]> file(Request request) {
    Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
    if (!boundary.find()) {
      return Optional.empty();
    }
    byte[] body = request.body();
    // every byte is one character, so offsets in the text are offsets in the body
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary.group(1);
    int start = text.indexOf(mark);
    while (start >= 0) {
      int next = text.indexOf("\r\n" + mark, start + mark.length());
      int head = text.indexOf("\r\n\r\n", start);
      if (next < 0 || head < 0) {
        return Optional.empty();
      }
      if (head < next && text.substring(start, head).contains("name=\"file\"")) {
        return Optional.of(Arrays.copyOfRange(body, head + 4, next));
      }
      start = next + 2;
    }
    return Optional.empty();
  }
}
