package io.entente.simulator.apigee.fault;

import io.entente.simulator.apigee.http.Request;
import java.util.regex.Pattern;

/**
 * Which requests a fault is about.
 *
 * @param method {@code *} for any
 * @param path {@code *} stands for one segment, {@code **} for anything
 */
public record Match(String method, String path) {

  /** All requests. */
  public static final Match ANY = new Match("*", "/**");

  public Match {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path is '" + path + "': it starts with /");
    }
  }

  boolean matches(Request request) {
    return (method.equals("*") || method.equals(request.method()))
        && pattern().matcher(request.pathText()).matches();
  }

  private Pattern pattern() {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      if (path.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (path.charAt(i) == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(path.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
