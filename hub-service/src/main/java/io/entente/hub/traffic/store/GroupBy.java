package io.entente.hub.traffic.store;

/** What requests are counted by. */
public enum GroupBy {
  GATEWAY("gateway"),
  API("api"),
  /** API and route, written {@code api/route}. */
  ROUTE("api || '/' || route"),
  CONSUMER("consumer"),
  STATUS("CAST(status AS VARCHAR)");

  private final String expression;

  GroupBy(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }
}
