package io.entente.translator.envoy;

import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.IpFilter;
import io.entente.policy.Jwt;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.SpikeArrest;
import io.entente.translator.testkit.RandomAgents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Small policies, and the requests that tell one from what is a little different. */
final class EnvoyProbes {

  /** How many kinds there are. */
  static final int KINDS = 9;

  static final List<String> AGENTS = RandomAgents.agents(60);

  private static final int MORE_THAN_A_LIMIT = 4;

  private static final List<Cidr> RANGES =
      List.of(
          Cidr.parse("198.51.100.1/32"),
          Cidr.parse("198.51.100.2/32"),
          Cidr.parse("198.51.100.4/30"));

  /**
   * A request.
   *
   * @param from the caller's address
   * @param headers names and values in turn
   * @param chunked whether the length is not told
   * @param query with its question mark; empty for none
   */
  record Probe(
      String from, String method, List<String> headers, int bytes, boolean chunked, String query) {

    Probe(String from, String method, List<String> headers, int bytes, boolean chunked) {
      this(from, method, headers, bytes, chunked, "");
    }
  }

  private EnvoyProbes() {}

  /**
   * @param which 0 to {@link #KINDS} - 1, each a kind of its own
   */
  static PolicyKind policy(int which, Random random) {
    LimitKey key =
        List.of(new LimitKey.Route(), new LimitKey.ClientIp(), new LimitKey.Header("x-client-0"))
            .get(random.nextInt(3));
    OnMissingKey missing = OnMissingKey.values()[random.nextInt(3)];
    return switch (which) {
      case 0 -> new RateLimit(1 + random.nextInt(3), Duration.ofHours(1), key, missing);
      case 1 -> new SpikeArrest(1, SpikeArrest.Per.MINUTE, 1 + random.nextInt(2), key, missing);
      case 2 ->
          new AccessBlock(
              List.of(403, 410, 503).get(random.nextInt(3)),
              List.of("text/html", "application/json").get(random.nextInt(2)),
              "down\n");
      case 3 -> new RequestSize(2 + random.nextInt(40));
      case 4 ->
          new CorrelationId(
              "x-id-" + random.nextInt(3),
              OnInbound.values()[random.nextInt(2)],
              random.nextBoolean());
      case 5 ->
          random.nextBoolean()
              ? new IpFilter(List.of(RANGES.get(random.nextInt(3))), List.of())
              : new IpFilter(
                  List.of(Cidr.parse("198.51.100.0/29")), List.of(RANGES.get(random.nextInt(3))));
      case 6 -> RandomPolicies.apiKind(1, random);
      case 7 -> TokenProbes.policy(random);
      default -> RandomPolicies.apiKind(3, random);
    };
  }

  static List<Probe> of(PolicyKind kind) {
    if (kind instanceof Jwt rule) {
      return TokenProbes.of(rule);
    }
    if (kind instanceof RequestSize size) {
      int most = (int) size.maxBytes();
      return List.of(0, 1, most - 1, most, most + 1, 2 * most, 10 * most).stream()
          .flatMap(
              bytes ->
                  Stream.of(false, true)
                      .map(chunked -> new Probe("198.51.100.1", "POST", List.of(), bytes, chunked)))
          .toList();
    }
    return switch (kind.kindName()) {
      case "headerTransform", "correlationId" -> headers();
      case "ipFilter" -> addresses();
      case "cors" -> pages();
      case "botDetection" -> agents();
      case "consumerAccess" ->
          ConsumerAccessEffectTest.manyTokens().stream()
              .map(token -> get("198.51.100.1", "authorization", "Bearer " + token))
              .toList();
      case "accessBlock" -> List.of(get("198.51.100.1"), get("198.51.100.2", "x-full", "1"));
      default -> callers();
    };
  }

  private static Probe get(String from, String... headers) {
    return new Probe(from, "GET", List.of(headers), 0, false);
  }

  private static List<Probe> callers() {
    var probes = new ArrayList<Probe>();
    for (Probe probe :
        List.of(
            get("198.51.100.1", "x-client-0", "v0"),
            get("198.51.100.1", "x-client-0", "v1"),
            get("198.51.100.2", "x-client-0", "v0"),
            get("198.51.100.2"),
            get("198.51.100.3"))) {
      probes.addAll(Collections.nCopies(MORE_THAN_A_LIMIT, probe));
    }
    return probes;
  }

  private static List<Probe> agents() {
    var probes = new ArrayList<>(List.of(get("198.51.100.1")));
    AGENTS.forEach(agent -> probes.add(get("198.51.100.1", "user-agent", agent)));
    return probes;
  }

  private static List<Probe> addresses() {
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < 10; i++) {
      probes.add(get("198.51.100." + i));
    }
    for (int i = 0; i < 10; i++) {
      probes.add(get("::ffff:198.51.100." + i));
    }
    for (String far :
        List.of("198.51.100.33", "198.51.101.1", "198.55.0.1", "199.51.100.1", "2001:db8::1")) {
      probes.add(get(far));
    }
    return probes;
  }

  private static List<Probe> headers() {
    return List.of(
        get("198.51.100.1"),
        get("198.51.100.1", "x-full", "1"),
        get("198.51.100.1", "x-a", "old", "x-b", "old", "x-c", "old"),
        get("198.51.100.1", "x-a", "1", "x-a", "2", "x-b", "1", "x-b", "2", "x-full", "1"),
        get("198.51.100.1", "x-id-0", "mine", "x-id-1", "mine", "x-id-2", "mine", "x-full", "1"),
        get(
            "198.51.100.1",
            "entente-inbound-x-id-0",
            "theirs",
            "entente-inbound-x-id-1",
            "theirs",
            "entente-inbound-x-id-2",
            "theirs"),
        get("198.51.100.1", "x-id-0", "", "x-id-1", "", "x-id-2", ""));
  }

  private static List<Probe> pages() {
    var probes = new ArrayList<Probe>();
    for (String origin :
        List.of("https://a.test", "https://b_c.test:8443", "https://evil.test", "https://axtest")) {
      probes.add(get("198.51.100.1", "origin", origin));
      probes.add(get("198.51.100.1", "origin", origin, "x-full", "1"));
      probes.add(
          new Probe(
              "198.51.100.1",
              "OPTIONS",
              List.of("origin", origin, "access-control-request-method", "PUT"),
              0,
              false));
    }
    probes.add(get("198.51.100.1", "x-full", "1"));
    return probes;
  }
}
