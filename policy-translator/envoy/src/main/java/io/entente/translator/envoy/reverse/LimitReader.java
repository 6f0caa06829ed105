package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.policy.RateLimit;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.KindEmitter;
import io.entente.translator.envoy.emit.RateLimitEmitter;
import io.entente.translator.envoy.emit.SpikeArrestEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code local_ratelimit} as {@code rateLimit} or {@code spikeArrest}: a bucket that a burst
 * empties and one interval fills again is a limit in a window, any other is a rate.
 */
final class LimitReader implements FilterReader {

  private static final long MOST_KEYS_UNSAID = 20;

  private static final Map<String, String> BESIDE =
      Map.of(
          "stat_prefix", "",
          "status", "Refused requests are answered with another status than 429.",
          "response_headers_to_add", "Refused answers carry more headers; a limit adds none.",
          "request_headers_to_add_when_not_enforced",
              "Requests over an unenforced limit carry more headers; a limit adds none.",
          "enable_x_ratelimit_headers",
              "Answers carry X-RateLimit headers; a limit says nothing of them.",
          "rate_limited_as_resource_exhausted",
              "Callers of gRPC are told RESOURCE_EXHAUSTED; a limit says nothing of it.");

  @Override
  public String family() {
    return "local_ratelimit";
  }

  @Override
  public FilterReading read(Acting acting) {
    Node.Obj limit = acting.message();
    Fraction enabled = Fraction.runtime(Trees.objectAt(limit, "filter_enabled"));
    Fraction enforced = Fraction.runtime(Trees.objectAt(limit, "filter_enforced"));
    if (enabled.none() || Trees.at(limit, "token_bucket").isEmpty()) {
      return FilterReading.nothing();
    }
    if (enforced.none()) {
      return FilterReading.unsaid("filter_enforced is 0 of 100: it counts and refuses nobody.");
    }
    if (!enabled.all() || !enforced.all()) {
      return FilterReading.unsaid(
          "It acts on a part of all requests (enabled %s, enforced %s); a limit acts on all."
              .formatted(enabled, enforced));
    }
    var unexpressed = new TreeMap<String, String>();
    enabled.runtimeKey().ifPresent(key -> runtime("filter_enabled", key, unexpressed));
    enforced.runtimeKey().ifPresent(key -> runtime("filter_enforced", key, unexpressed));
    Optional<Bucket> bucket = Bucket.of(Trees.objectAt(limit, "token_bucket"));
    Optional<LimitKeyReader> key = LimitKeyReader.guess(limit);
    if (bucket.isEmpty() || key.isEmpty()) {
      return FilterReading.unsaid("Its bucket or its descriptors are none that a limit has.");
    }
    var strange = new TreeSet<String>();
    for (PolicyKind kind : kinds(acting.name(), bucket.get(), key.get())) {
      var differing = differing(limit, kind);
      if (BESIDE.keySet().containsAll(differing)) {
        differing.remove("stat_prefix");
        differing.forEach(field -> unexpressed.put(field, BESIDE.getOrDefault(field, "")));
        return FilterReading.of(kind, unexpressed);
      }
      strange.addAll(differing);
    }
    strange.removeAll(BESIDE.keySet());
    return FilterReading.unsaid(
        strange.isEmpty()
            ? "No whole number of requests comes to whole seconds."
            : "Fields " + strange + " count otherwise than a limit does.");
  }

  private static void runtime(String field, String key, Map<String, String> unexpressed) {
    unexpressed.put(
        field + ".runtime_key",
        "The runtime key " + key + " may change the part of requests while Envoy runs.");
  }

  private static List<PolicyKind> kinds(String filter, Bucket bucket, LimitKeyReader key) {
    var limit = bucket.rateLimit(key.key(), key.onMissingKey());
    var arrest = bucket.spikeArrest(key.key(), key.onMissingKey());
    boolean window = bucket.most() == bucket.fill();
    if (filter.startsWith(FilterNames.spikeArrest(1).replaceAll("1$", ""))) {
      window = false;
    } else if (filter.startsWith(FilterNames.rateLimit(1).replaceAll("1$", ""))) {
      window = true;
    }
    var kinds = new ArrayList<PolicyKind>();
    (window ? limit : arrest).ifPresent(kinds::add);
    (window ? arrest : limit).ifPresent(kinds::add);
    return kinds;
  }

  /** Fields that are not as our emitter writes them, beyond what is the same by another word. */
  private static TreeSet<String> differing(Node.Obj limit, PolicyKind kind) {
    KindEmitter emitter =
        kind instanceof RateLimit ? new RateLimitEmitter() : new SpikeArrestEmitter();
    long keys = Trees.whole(limit, "max_dynamic_descriptors").orElse(MOST_KEYS_UNSAID);
    int maxKeys = (int) Math.max(1, Math.min(Integer.MAX_VALUE, keys));
    var emitted = Emitted.configs(emitter, kind, maxKeys);
    Node.Obj ours = comparable(emitted.getOrDefault(emitted.firstKey(), Node.obj()));
    Node.Obj theirs = comparable(limit);
    var differing = new TreeSet<>(ours.fields().keySet());
    differing.addAll(theirs.fields().keySet());
    differing.removeIf(field -> ours.field(field).equals(theirs.field(field)));
    return differing;
  }

  private static Node.Obj comparable(Node.Obj limit) {
    Node.Obj plain = sameBuckets(limit).without("filter_enabled").without("filter_enforced");
    if (plain.field("status").isEmpty()) {
      plain = plain.with("status", Node.obj(Map.of("code", Node.text("TooManyRequests"))));
    }
    if (Trees.items(plain, "descriptors").isEmpty()) {
      return plain
          .without("max_dynamic_descriptors")
          .without("always_consume_default_token_bucket")
          .without("vh_rate_limits")
          .without("stage");
    }
    Node.Obj counted =
        plain.field("max_dynamic_descriptors").isEmpty()
            ? plain.with("max_dynamic_descriptors", Node.number(MOST_KEYS_UNSAID))
            : plain;
    return counted.field("always_consume_default_token_bucket").isEmpty()
        ? counted.with("always_consume_default_token_bucket", Node.bool(true))
        : counted;
  }

  /** With every bucket in one spelling, whatever interval it is said in. */
  private static Node.Obj sameBuckets(Node.Obj message) {
    var fields = new TreeMap<String, Node>();
    message.fields().forEach((name, value) -> fields.put(name, sameBuckets(name, value)));
    return new Node.Obj(fields);
  }

  private static Node sameBuckets(String field, Node value) {
    if (value instanceof Node.Arr list) {
      return Node.arr(list.items().stream().map(item -> sameBuckets(field, item)).toList());
    }
    if (!(value instanceof Node.Obj message)) {
      return value;
    }
    if (field.equals("token_bucket")
        && Trees.only(message, "max_tokens", "tokens_per_fill", "fill_interval")) {
      return Bucket.of(message).map(Bucket::reduced).orElse(message);
    }
    return sameBuckets(message);
  }
}
