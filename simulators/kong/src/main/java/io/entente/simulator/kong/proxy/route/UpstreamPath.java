package io.entente.simulator.kong.proxy.route;

/**
 * Puts the path of a service and the rest of a request path together. This router flavour knows
 * only the path handling v0.
 */
final class UpstreamPath {

  private UpstreamPath() {}

  /**
   * @param base path of the service, {@code /} when it has none
   * @param matched length of the part of {@code path} the route took away; 0 with strip_path off
   */
  static String join(String base, String path, int matched, boolean strip) {
    String rest = strip ? withoutDots(path.substring(matched)) : path;
    if (!strip) {
      if (base.endsWith("/")) {
        return base + path.substring(1);
      }
      return path.equals("/") ? base : base + path;
    }
    boolean slash = path.length() > 1 && path.endsWith("/");
    if (base.endsWith("/")) {
      String trunk = base.substring(0, base.length() - 1);
      if (rest.isEmpty()) {
        return base.equals("/") || slash ? base : trunk;
      }
      return rest.startsWith("/") ? trunk + rest : base + rest;
    }
    if (rest.isEmpty()) {
      return slash ? base + "/" : base;
    }
    return rest.startsWith("/") ? base + rest : base + "/" + rest;
  }

  // "/api" must not turn "/api../x" into "../x" at the service.
  private static String withoutDots(String rest) {
    if (rest.equals(".") || rest.equals("..")) {
      return "";
    }
    if (rest.startsWith("./")) {
      return rest.substring(2);
    }
    return rest.startsWith("../") ? rest.substring(3) : rest;
  }
}
