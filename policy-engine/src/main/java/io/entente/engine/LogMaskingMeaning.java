package io.entente.engine;

import io.entente.policy.LogMasking;

/** What of an exchange may be logged. */
final class LogMaskingMeaning {

  private LogMaskingMeaning() {}

  static Exchange masked(LogMasking rule, Exchange exchange) {
    var query = new QueryText(rule.query().contains(LogMasking.WHOLE) ? "" : exchange.query());
    for (String name : rule.query()) {
      query = query.without(name);
    }
    Exchange asked =
        exchange.with(without(rule, exchange.requestHeaders())).withQuery(query.text());
    return exchange
        .response()
        .map(
            answer ->
                asked.answered(
                    new Exchange.Response(answer.status(), without(rule, answer.headers()))))
        .orElse(asked);
  }

  private static Headers without(LogMasking rule, Headers headers) {
    Headers masked = headers;
    for (String name : rule.headers()) {
      masked = masked.remove(name);
    }
    return masked;
  }
}
