package io.entente.simulator.kong.proxy.wire;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads request heads and refuses what nginx refuses before any plugin sees it. */
public final class HeadReader {

  private static final int MAX_HEADERS = 1000;
  private static final Pattern METHOD = Pattern.compile("[A-Z_-]+");
  private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00");
  private static final Pattern ABSOLUTE = Pattern.compile("https?://([^/?#]+)(.*)");
  private static final Set<String> ONCE =
      Set.of(
          "host",
          "content-length",
          "content-range",
          "transfer-encoding",
          "authorization",
          "if-modified-since",
          "if-unmodified-since",
          "if-match",
          "if-none-match",
          "if-range",
          "range",
          "expect");

  private HeadReader() {}

  /** The request line and headers as they came; {@link BadMessage} when they are not even that. */
  public static RequestHead read(WireInput in) throws IOException {
    long start = in.count();
    String line = in.line();
    if (line.isEmpty()) {
      line = in.line();
    }
    String[] words = line.split(" ", -1);
    if (words.length != 3
        || !METHOD.matcher(words[0]).matches()
        || !words[2].matches("HTTP/1\\.[0-9]+")
        || words[1].isEmpty()) {
      throw new BadMessage("request line '" + line + "'");
    }
    Headers headers = headers(in);
    String target = words[1];
    Matcher absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      headers.set("Host", absolute.group(1));
      target = absolute.group(2).startsWith("/") ? absolute.group(2) : "/" + absolute.group(2);
    }
    return new RequestHead(words[0], target, words[2], headers, in.count() - start);
  }

  /** Header lines up to the empty one. */
  public static Headers headers(WireInput in) throws IOException {
    var headers = new Headers();
    for (int i = 0; ; i++) {
      String line = in.line();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (i == MAX_HEADERS || colon < 1 || !NAME.matcher(line.substring(0, colon)).matches()) {
        throw new BadMessage("header line '" + line + "'");
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
  }

  /** Checks what nginx checks of a complete head; {@link BadMessage} says what is wrong. */
  public static void check(RequestHead head) throws BadMessage {
    Headers headers = head.headers();
    for (String name : ONCE) {
      if (headers.all(name).size() > 1) {
        throw new BadMessage("header '" + name + "' came twice");
      }
    }
    if (head.http11() && !headers.has("host")) {
      throw new BadMessage("no Host header");
    }
    boolean chunked = headers.has("transfer-encoding");
    List<String> lengths = headers.all("content-length");
    if (chunked && !lengths.isEmpty()) {
      throw new BadMessage("Content-Length and Transfer-Encoding together");
    }
    if (!lengths.isEmpty() && !lengths.get(0).matches("[0-9]{1,18}")) {
      throw new BadMessage("Content-Length '" + lengths.get(0) + "'");
    }
    String path = head.path();
    if (!path.startsWith("/")) {
      throw new BadMessage("request target '" + head.target() + "'");
    }
    if (BAD_ESCAPE.matcher(path).find() || head.target().chars().anyMatch(HeadReader::control)) {
      throw new BadMessage("request target '" + head.target() + "'");
    }
  }

  private static boolean control(int c) {
    return c < 0x20 || c == 0x7F;
  }
}
