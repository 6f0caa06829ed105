package io.entente.translator.envoy;

import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Changes;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.MadeApis;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Policies from a seeded generator, and one API with one route for them to hold on. */
final class RandomPolicies {

  private static final Set<String> API_KINDS =
      Set.of(
          "spikeArrest",
          "quota",
          "accessBlock",
          "requestSize",
          "correlationId",
          "apiKey",
          "jwt",
          "jsonThreat",
          "xmlThreat",
          "injectionProtection",
          "botDetection",
          "basicAuth",
          "responseCache",
          "logMasking",
          "timeout",
          "retry",
          "circuitBreaker",
          "concurrencyLimit",
          "oauth2Introspection",
          "graphqlLimits",
          "graphqlIntrospection",
          "consumerAccess",
          "graphqlSchema",
          "openApiValidation",
          "mtls");

  private static final int KINDS = io.entente.translator.testkit.RandomPolicies.KINDS;

  private RandomPolicies() {}

  static Policy any(Random random) {
    Mode mode = random.nextInt(5) == 0 ? Mode.OBSERVE : Mode.ENFORCE;
    PolicyKind kind =
        switch (random.nextInt(KINDS)) {
          case 0 -> rateLimit(random);
          case 1 -> headerTransform(random);
          case 2 -> RandomTraffic.ipFilter(random);
          case 3 -> RandomTraffic.cors(random);
          case 4 -> RandomTraffic.trafficLog(random);
          default -> apiKind(5 + random.nextInt(KINDS - 5), random);
        };
    return Policies.of("p", mode, kind);
  }

  /**
   * @param which 5 or more, as the testkit counts kinds
   */
  static PolicyKind apiKind(int which, Random random) {
    return new io.entente.translator.testkit.RandomPolicies(1).kind(which, random);
  }

  static Translation translate(List<Policy> policies) {
    return new EnvoyTranslator().translate(request(policies));
  }

  /** One API with one route for every request. */
  static TranslationRequest request(List<Policy> policies) {
    var api = MadeApis.of("orders", "127.0.0.1", 9000, MadeApis.route("all", "/"));
    return CaseRequest.of(
        Requests.profile(1, Map.of("listener.port", "8080")), List.of(api), policies);
  }

  /** What the one route configures of the filters in the chain. */
  static Map<String, Node> routeFilters(List<Policy> policies) {
    Node documents = GoldenCases.documents(translate(policies));
    Node host =
        Requests.items(Requests.field(documents, EnvoyNames.ROUTES.toString()), "virtual_hosts")
            .get(0);
    return ((Node.Obj) Requests.items(host, "routes").get(0))
        .field("typed_per_filter_config")
        .map(filters -> (Map<String, Node>) ((Node.Obj) filters).fields())
        .orElse(Map.of());
  }

  static Optional<Node> routeFilter(List<Policy> policies, String filter) {
    return Optional.ofNullable(routeFilters(policies).get(filter));
  }

  static RateLimit rateLimit(Random random) {
    LimitKey key =
        switch (random.nextInt(3)) {
          case 0 -> new LimitKey.Route();
          case 1 -> new LimitKey.ClientIp();
          default -> new LimitKey.Header("x-client-" + random.nextInt(3));
        };
    return new RateLimit(
        1 + random.nextInt(500),
        Duration.ofSeconds(1 + random.nextInt(120)),
        key,
        OnMissingKey.values()[random.nextInt(3)]);
  }

  static HeaderTransform headerTransform(Random random) {
    List<Edit> request = edits(random);
    List<Edit> response = edits(random);
    return request.isEmpty() && response.isEmpty()
        ? new HeaderTransform(List.of(edit(random)), List.of())
        : new HeaderTransform(request, response);
  }

  static List<Edit> edits(Random random) {
    var edits = new ArrayList<Edit>();
    for (int i = random.nextInt(4); i > 0; i--) {
      edits.add(edit(random));
    }
    return edits;
  }

  static Edit edit(Random random) {
    String name = "x-" + "abc".charAt(random.nextInt(3));
    String value = List.of("", "1", "100%", "%REQ(x)%", "a b").get(random.nextInt(5));
    return switch (random.nextInt(4)) {
      case 0 -> new Edit.Set(name, value);
      case 1 -> new Edit.AddIfAbsent(name, value);
      case 2 -> new Edit.Append(name, value);
      default -> new Edit.Remove(name);
    };
  }

  /** The same policy with another value of one field. */
  static Policy changed(Policy policy, String field, Random random) {
    PolicySpec spec = policy.spec();
    if (API_KINDS.contains(spec.kind().kindName())) {
      return Changes.of(policy, field);
    }
    if (field.equals("mode")) {
      Mode other = spec.mode() == Mode.ENFORCE ? Mode.OBSERVE : Mode.ENFORCE;
      return Policies.of("p", other, spec.kind());
    }
    return Policies.of("p", spec.mode(), changed(spec.kind(), field, random));
  }

  private static PolicyKind changed(PolicyKind kind, String field, Random random) {
    if (kind instanceof RateLimit limit) {
      return changed(limit, field);
    }
    return kind instanceof HeaderTransform transform
        ? changed(transform, field, random)
        : RandomTraffic.changed(kind, field, random);
  }

  private static RateLimit changed(RateLimit limit, String field) {
    LimitKey key =
        limit.key() instanceof LimitKey.Header
            ? new LimitKey.ClientIp()
            : new LimitKey.Header("x-other");
    int missing = (limit.onMissingKey().ordinal() + 1) % 3;
    return new RateLimit(
        limit.requests() + (field.equals("requests") ? 1 : 0),
        limit.window().plusSeconds(field.equals("window") ? 1 : 0),
        field.equals("key") ? key : limit.key(),
        field.equals("onMissingKey") ? OnMissingKey.values()[missing] : limit.onMissingKey());
  }

  private static HeaderTransform changed(HeaderTransform transform, String field, Random random) {
    int index = Integer.parseInt(field.replaceAll("\\D", ""));
    boolean request = field.startsWith("request");
    var edits = new ArrayList<>(request ? transform.request() : transform.response());
    Edit before = edits.get(index);
    Edit after = before;
    while (after.equals(before)) {
      after = edit(random);
    }
    edits.set(index, after);
    return request
        ? new HeaderTransform(edits, transform.response())
        : new HeaderTransform(transform.request(), edits);
  }
}
