package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a limit may count apart, guessed from its actions; whether it is so is seen by emitting it.
 */
record LimitKeyReader(LimitKey key, OnMissingKey onMissingKey) {

  static Optional<LimitKeyReader> guess(Node limit) {
    List<Node> rates = Trees.items(limit, "rate_limits");
    if (rates.isEmpty()) {
      return Trees.items(limit, "descriptors").isEmpty()
          ? Optional.of(new LimitKeyReader(new LimitKey.Route(), OnMissingKey.DENY))
          : Optional.empty();
    }
    List<Node> actions = Trees.items(rates.get(0), "actions");
    if (actions.size() != 1) {
      return Optional.empty();
    }
    if (Trees.at(actions.get(0), "remote_address").isPresent()) {
      return Optional.of(new LimitKeyReader(new LimitKey.ClientIp(), OnMissingKey.DENY));
    }
    return Trees.text(actions.get(0), "request_headers", "header_name")
        .flatMap(LimitKeyReader::header)
        .map(header -> new LimitKeyReader(header, missing(rates)));
  }

  private static Optional<LimitKey> header(String name) {
    try {
      return Optional.of(new LimitKey.Header(name.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static OnMissingKey missing(List<Node> rates) {
    if (rates.size() < 2) {
      return OnMissingKey.SHARED;
    }
    return Trees.at(rates.get(1), "hits_addend").isPresent() ? OnMissingKey.DENY : OnMissingKey.IP;
  }
}
