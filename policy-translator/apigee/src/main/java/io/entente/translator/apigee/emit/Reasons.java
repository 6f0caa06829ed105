package io.entente.translator.apigee.emit;

import java.util.Map;

/** Reason phrases of statuses, which HTTP/1.1 sends and nobody reads. */
final class Reasons {

  private static final Map<Integer, String> KNOWN =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          410, "Gone",
          429, "Too Many Requests",
          500, "Internal Server Error",
          501, "Not Implemented",
          502, "Bad Gateway",
          503, "Service Unavailable");

  private Reasons() {}

  /**
   * @param status 400 to 599
   */
  static String of(int status) {
    return KNOWN.getOrDefault(status, status < 500 ? "Refused" : "Unavailable");
  }
}
