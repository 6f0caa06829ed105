package io.entente.hub.traffic.store;

/** What requests are counted by. */
public enum GroupBy {
  GATEWAY("gateway"),
  API("api"),
  /** API and route, written {@code api/route}. */
  ROUTE("api || '/' || route"),
  CONSUMER("consumer"),
  STATUS("CAST(status AS VARCHAR)"),
  /** Of the status: {@code 2xx}; {@code 0} where none was answered. */
  CLASS("CASE WHEN status = 0 THEN '0' ELSE CAST(intDiv(status, 100) AS VARCHAR) || 'xx' END"),
  /** The gateway's own word for how the answer came about. */
  DECISION("decision");

  private final String expression;

  GroupBy(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }
}
