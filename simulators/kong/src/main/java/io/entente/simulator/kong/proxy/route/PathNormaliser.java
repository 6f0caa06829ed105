package io.entente.simulator.kong.proxy.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Brings request paths to the form routes are matched against, and back to the form sent on. */
public final class PathNormaliser {

  private static final String RESERVED = "!#$%&'()*+,/:;=?@[]";
  private static final String SENT_AS_IS =
      RESERVED + "-_.~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private PathNormaliser() {}

  /**
   * Decodes what is not reserved, folds slashes and dots. Empty when {@code ..} climbs above the
   * root, which nginx refuses.
   */
  public static Optional<String> normalise(String path) {
    if (climbsAboveRoot(path)) {
      return Optional.empty();
    }
    String decoded = decode(path, RESERVED);
    Deque<String> kept = new ArrayDeque<>();
    boolean directory = false;
    String[] segments = decoded.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      String segment = segments[i];
      directory = segment.isEmpty() || segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!directory) {
        kept.addLast(segment);
      }
    }
    var out = new StringBuilder();
    for (Iterator<String> it = kept.iterator(); it.hasNext(); ) {
      out.append('/').append(it.next());
    }
    if (directory || out.isEmpty()) {
      out.append('/');
    }
    return Optional.of(out.toString());
  }

  /** Percent-encodes everything that may not stand in a request line. */
  public static String escape(String path) {
    var out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (SENT_AS_IS.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  // nginx looks at the path with everything decoded, %2F and %2E too.
  private static boolean climbsAboveRoot(String path) {
    int depth = 0;
    for (String segment : decode(path, "").split("/", -1)) {
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  private static String decode(String path, String kept) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    var out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%' || i + 2 >= path.length()) {
        out.append(c);
        continue;
      }
      String hex = path.substring(i + 1, i + 3).toUpperCase(java.util.Locale.ROOT);
      char byteValue = (char) Integer.parseInt(hex, 16);
      out.append(kept.indexOf(byteValue) >= 0 ? "%" + hex : String.valueOf(byteValue));
      i += 2;
    }
    return out.toString();
  }
}
