package io.entente.bench.kong;

/**
 * Plugins on the routes of an {@link Estate}: those the connector writes, and the same of a bare
 * client beside it, on other routes and under another tag.
 */
final class Plugins {

  /** Most plugins of each. */
  static final int MOST = 1_000;

  private static final int ROUTES = 2;

  private Plugins() {}

  static String ours(int number, int limit) {
    return body(oursId(number), number, "entente", limit);
  }

  static String oursId(int number) {
    return id(7, number);
  }

  static String bare(int number, int limit) {
    return body(bareId(number), MOST + number, "bare", limit);
  }

  static String bareId(int number) {
    return id(8, number);
  }

  private static String body(String id, int route, String tag, int limit) {
    return ("{\"id\":\"%s\",\"route\":{\"id\":\"%s\"},\"tags\":[\"%s\"],\"name\":\"rate-limiting\","
            + "\"config\":{\"minute\":%d,\"policy\":\"local\"}}")
        .formatted(id, id(ROUTES, route), tag, limit);
  }

  private static String id(int kind, int number) {
    return "%08d-0000-4000-8000-%012d".formatted(kind, number);
  }
}
