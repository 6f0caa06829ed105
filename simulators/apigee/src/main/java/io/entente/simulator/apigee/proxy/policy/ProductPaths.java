package io.entente.simulator.apigee.proxy.policy;

import java.util.regex.Pattern;

/** The resources of API products, below the base path of a proxy. */
final class ProductPaths {

  private static final Pattern PARTS = Pattern.compile("\\*\\*|\\*|[^*]+");

  private ProductPaths() {}

  /**
   * @param resource {@code /} opens all paths, {@code *} stands for one segment, {@code **} for any
   *     number
   */
  static boolean opens(String resource, String path) {
    if (resource.equals("/")) {
      return true;
    }
    var pattern = new StringBuilder();
    var parts = PARTS.matcher(resource);
    while (parts.find()) {
      pattern.append(
          switch (parts.group()) {
            case "**" -> ".*";
            case "*" -> "[^/]+";
            default -> Pattern.quote(parts.group());
          });
    }
    return Pattern.matches(pattern.toString(), path.isEmpty() ? "/" : path);
  }
}
