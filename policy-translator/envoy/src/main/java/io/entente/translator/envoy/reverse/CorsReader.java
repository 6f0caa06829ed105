package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.Cors;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A {@code CorsPolicy} as {@code cors}. */
final class CorsReader implements FilterReader {

  /** What pages may do without being told. */
  private static final List<String> ALWAYS = List.of("GET", "HEAD", "POST");

  /** How long browsers keep an answer that says nothing of it. */
  private static final Duration UNSAID_AGE = Duration.ofSeconds(5);

  @Override
  public String family() {
    return "cors";
  }

  @Override
  public FilterReading read(Acting acting) {
    Node.Obj policy = acting.message();
    if (acting.scope() == Scope.CHAIN || policy.fields().isEmpty()) {
      return FilterReading.nothing();
    }
    if (acting.further().stream().anyMatch(config -> !config.message().fields().isEmpty())) {
      return FilterReading.unsaid(
          "Several levels say cors, and Envoy takes each field from the nearest that has it.");
    }
    if (policy.field("filter_enabled").isPresent()) {
      Fraction enabled = Fraction.runtime(Trees.objectAt(policy, "filter_enabled"));
      if (!enabled.all() || enabled.runtimeKey().isPresent()) {
        return FilterReading.unsaid(
            "It acts on %s requests, or what a runtime key says; cors acts on all."
                .formatted(enabled));
      }
    }
    var unexpressed = new TreeMap<String, String>();
    unexpressed.put(
        "",
        "What the upstream says of origins stays on answers here, and answers do not vary by"
            + " origin; cors has the only word.");
    return read(policy, unexpressed);
  }

  private static FilterReading read(Node.Obj policy, Map<String, String> unexpressed) {
    if (!Trees.only(
        policy,
        "allow_origin_string_match",
        "allow_methods",
        "allow_headers",
        "expose_headers",
        "max_age",
        "allow_credentials",
        "filter_enabled",
        "shadow_enabled",
        "allow_private_network_access",
        "forward_not_matching_preflights")) {
      return FilterReading.unsaid("It has fields that no cors says: " + policy.fields().keySet());
    }
    if (Trees.isTrue(policy, "allow_private_network_access")) {
      unexpressed.put(
          "allow_private_network_access",
          "Pages may reach private networks; cors says nothing of it.");
    }
    if (!Optional.of(Node.bool(false)).equals(policy.field("forward_not_matching_preflights"))) {
      unexpressed.put(
          "forward_not_matching_preflights",
          "Preflights of other origins reach the upstream; cors answers them.");
    }
    if (policy.field("allow_methods").isEmpty()) {
      unexpressed.put(
          "allow_methods", "Nothing is said; browsers allow GET, HEAD and POST of themselves.");
    }
    if (policy.field("max_age").isEmpty()) {
      unexpressed.put("max_age", "Nothing is said; browsers keep an answer 5 s of themselves.");
    }
    return guess(policy)
        .map(cors -> FilterReading.of(cors, unexpressed))
        .orElseGet(
            () ->
                FilterReading.unsaid(
                    "No cors has its origins, methods, headers or age: origins are told by more"
                        + " than their name, or credentials go to every origin."));
  }

  /** What the fields come to that a cors has. */
  static Optional<Cors> guess(Node.Obj policy) {
    List<Node> matches = Trees.items(policy, "allow_origin_string_match");
    List<String> origins =
        matches.stream()
            .filter(match -> Trees.only(Trees.object(match).orElse(Node.obj()), "exact"))
            .flatMap(match -> Trees.text(match, "exact").stream())
            .toList();
    Optional<Duration> age =
        policy.field("max_age").isEmpty()
            ? Optional.of(UNSAID_AGE)
            : Trees.whole(policy, "max_age")
                .filter(seconds -> seconds >= 0 && seconds <= 86_400)
                .map(Duration::ofSeconds);
    if (origins.size() != matches.size() || age.isEmpty()) {
      return Optional.empty();
    }
    List<String> methods = words(policy, "allow_methods");
    try {
      return Optional.of(
          new Cors(
              origins.contains(Cors.ANY_ORIGIN) ? List.of(Cors.ANY_ORIGIN) : origins,
              policy.field("allow_methods").isEmpty() ? ALWAYS : methods,
              lower(words(policy, "allow_headers")),
              lower(words(policy, "expose_headers")),
              Trees.isTrue(policy, "allow_credentials"),
              age.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> words(Node.Obj policy, String field) {
    return Trees.text(policy, field).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
