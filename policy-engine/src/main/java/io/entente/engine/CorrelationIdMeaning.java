package io.entente.engine;

import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The id of an exchange: the first that the client sends, where it may choose; else a fresh one.
 */
final class CorrelationIdMeaning {

  private CorrelationIdMeaning() {}

  static Headers identified(CorrelationId rule, Headers request, Supplier<UUID> freshIds) {
    var inbound = request.get(rule.header());
    boolean kept =
        rule.onInbound() == OnInbound.KEEP && !inbound.isEmpty() && !inbound.get(0).isEmpty();
    return request.set(rule.header(), kept ? inbound.get(0) : freshIds.get().toString());
  }

  /** Of the answer, whatever the upstream says of that header. */
  static Headers echoed(CorrelationId rule, Exchange exchange, Headers answer) {
    var id = exchange.requestHeaders().get(rule.header());
    return rule.echo() && !id.isEmpty() ? answer.set(rule.header(), id.get(0)) : answer;
  }
}
