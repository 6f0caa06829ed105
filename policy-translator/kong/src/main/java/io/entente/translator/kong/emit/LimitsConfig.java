package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.PolicySpec.OnError;

/** The configuration of rate-limiting. */
final class LimitsConfig {

  private LimitsConfig() {}

  static Node.Obj of(SharedLimits limits, Place place) {
    boolean deny =
        limits.members().stream().anyMatch(l -> l.policy().spec().onError() == OnError.DENY);
    Node.Obj config =
        Doc.of("policy", "local")
            .with("fault_tolerant", Node.bool(!deny))
            .with("hide_client_headers", Node.bool(false))
            .with("error_code", Node.number(429))
            .with("error_message", Node.text("rate limit exceeded"))
            .with("sync_rate", Node.number(-1))
            .with("limit_by", Node.text(limitBy(limits.key(), place)));
    if (limits.key() instanceof LimitKey.Header header) {
      config = config.with("header_name", Node.text(header.name()));
    }
    for (var entry : limits.holding().entrySet()) {
      config = config.with(entry.getKey().field(), Node.number(entry.getValue().requests()));
    }
    return config;
  }

  /**
   * All requests of a route go to one service, so that counting by service counts them together;
   * those of one caller are counted by that caller, apart from everybody's.
   */
  private static String limitBy(LimitKey key, Place place) {
    if (key instanceof LimitKey.Header) {
      return "header";
    }
    if (key instanceof LimitKey.ClientIp) {
      return "ip";
    }
    return place.narrowed() ? "consumer" : "service";
  }
}
