package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an emitted LocalRateLimit message does, as Envoy 1.40 does it: buckets refill continuously,
 * a blank descriptor value makes a bucket per value seen, a request that matches no descriptor
 * takes from the plain bucket. Eviction is not modelled.
 */
final class LocalRateLimitInterpreter {

  record Request(String address, Map<String, String> headers) {}

  private record Descriptor(List<List<String>> entries, long cost) {}

  private static final class Bucket {
    private final double size;
    private final double perMilli;
    private double tokens;
    private long at;

    Bucket(Node spec, long now) {
      size = Requests.number(Requests.field(spec, "max_tokens"));
      String interval = Requests.text(Requests.field(spec, "fill_interval"));
      double millis =
          new BigDecimal(interval.substring(0, interval.length() - 1)).doubleValue() * 1000;
      perMilli = Requests.number(Requests.field(spec, "tokens_per_fill")) / millis;
      tokens = size;
      at = now;
    }

    boolean take(long cost, long now) {
      tokens = Math.min(size, tokens + (now - at) * perMilli);
      at = now;
      if (tokens + 1e-9 < cost) {
        return false;
      }
      tokens -= cost;
      return true;
    }
  }

  private final Node config;
  private final Map<String, Bucket> buckets = new HashMap<>();

  LocalRateLimitInterpreter(Node config) {
    this.config = config;
  }

  boolean allows(Request request, long nowMillis) {
    boolean matched = false;
    boolean allowed = true;
    for (Node limit : Requests.items(config, "rate_limits")) {
      Optional<Descriptor> descriptor = descriptor(limit, request);
      if (descriptor.isEmpty()) {
        continue;
      }
      for (Node candidate : Requests.items(config, "descriptors")) {
        if (matches(candidate, descriptor.get().entries())) {
          matched = true;
          String key = descriptor.get().entries().toString();
          Node spec = Requests.field(candidate, "token_bucket");
          allowed &=
              buckets
                  .computeIfAbsent(key, k -> new Bucket(spec, nowMillis))
                  .take(descriptor.get().cost(), nowMillis);
        }
      }
    }
    if (matched) {
      return allowed;
    }
    Node plain = Requests.field(config, "token_bucket");
    return buckets.computeIfAbsent("", k -> new Bucket(plain, nowMillis)).take(1, nowMillis);
  }

  private static Optional<Descriptor> descriptor(Node limit, Request request) {
    var entries = new ArrayList<List<String>>();
    for (Node action : Requests.items(limit, "actions")) {
      var fields = ((Node.Obj) action).fields();
      if (fields.containsKey("remote_address")) {
        entries.add(List.of("remote_address", request.address()));
      } else if (fields.containsKey("request_headers")) {
        Node spec = fields.get("request_headers");
        String value = request.headers().get(Requests.text(Requests.field(spec, "header_name")));
        if (value == null) {
          return Optional.empty();
        }
        entries.add(List.of(Requests.text(Requests.field(spec, "descriptor_key")), value));
      } else {
        Node spec = fields.get("header_value_match");
        Node header = Requests.items(spec, "headers").get(0);
        if (request.headers().containsKey(Requests.text(Requests.field(header, "name")))) {
          return Optional.empty();
        }
        entries.add(
            List.of(
                Requests.text(Requests.field(spec, "descriptor_key")),
                Requests.text(Requests.field(spec, "descriptor_value"))));
      }
    }
    long cost =
        ((Node.Obj) limit)
            .field("hits_addend")
            .map(a -> Long.parseLong(Requests.text(Requests.field(a, "number"))))
            .orElse(1L);
    return Optional.of(new Descriptor(entries, cost));
  }

  private static boolean matches(Node candidate, List<List<String>> entries) {
    List<Node> wanted = Requests.items(candidate, "entries");
    if (wanted.size() != entries.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String key = Requests.text(Requests.field(wanted.get(i), "key"));
      Optional<Node> value = ((Node.Obj) wanted.get(i)).field("value");
      boolean same = value.isEmpty() || Requests.text(value.get()).equals(entries.get(i).get(1));
      if (!key.equals(entries.get(i).get(0)) || !same) {
        return false;
      }
    }
    return true;
  }
}
