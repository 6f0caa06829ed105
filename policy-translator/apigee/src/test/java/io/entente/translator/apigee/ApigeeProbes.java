package io.entente.translator.apigee;

import io.entente.engine.Headers;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.Jwt;
import io.entente.policy.PolicyKind;
import io.entente.policy.RequestSize;
import io.entente.translator.testkit.RandomAgents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The requests that tell a rule of a kind from one that is a little different. */
final class ApigeeProbes {

  static final Map<String, String> CALLERS = ConsumerAccessMeaningTest.CALLERS;

  static final List<String> AGENTS = RandomAgents.agents(60);

  private static final int TOKENS = 30;

  /** More than a limit lets pass. */
  private static final int FEW = 4;

  /**
   * A request.
   *
   * @param after how long after the one before
   * @param from the caller's address
   * @param headers names and values in turn
   * @param query with its question mark, or empty
   */
  record Probe(
      Duration after, String from, String method, List<String> headers, String query, int bytes) {}

  private ApigeeProbes() {}

  static List<Probe> of(PolicyKind kind) {
    if (kind instanceof RequestSize size) {
      return bodies((int) size.maxBytes());
    }
    if (kind instanceof ApiKey key) {
      return keys(key);
    }
    if (kind instanceof Jwt jwt) {
      return tokens(jwt);
    }
    return switch (kind.kindName()) {
      case "headerTransform", "correlationId" -> headers();
      case "ipFilter" -> addresses();
      case "cors" -> pages();
      case "trafficLog" -> logged();
      case "consumerAccess" -> consumers();
      case "botDetection" -> agents();
      case "accessBlock" -> List.of(get("198.51.100.1"), get("198.51.100.2", "x-full", "1"));
      default -> callers();
    };
  }

  private static List<Probe> logged() {
    return List.of(
        get("198.51.100.1"),
        get("198.51.100.2", "x-full", "1"),
        new Probe(Duration.ZERO, "198.51.100.3", "POST", List.of(), "/1?q=2", 3));
  }

  static Probe get(String from, String... headers) {
    return new Probe(Duration.ZERO, from, "GET", List.of(headers), "", 0);
  }

  private static Probe later(Duration after, Probe probe) {
    return new Probe(
        after, probe.from(), probe.method(), probe.headers(), probe.query(), probe.bytes());
  }

  /** Of several callers, again after every span that a limit may have. */
  private static List<Probe> callers() {
    List<Probe> several =
        List.of(
            get("198.51.100.1", "x-client-0", "v0"),
            get("198.51.100.1", "x-client-0", "v1"),
            get("198.51.100.2", "x-client-0", "v0"),
            get("198.51.100.2"),
            get("198.51.100.3"));
    var probes = new ArrayList<Probe>();
    several.forEach(probe -> probes.addAll(Collections.nCopies(FEW, probe)));
    for (String pause : List.of("PT7S", "PT14S", "PT31S", "PT61S", "PT1H1M", "PT25H", "P32D")) {
      for (Probe probe : several) {
        probes.add(later(Duration.parse(pause), probe));
        probes.add(probe);
      }
    }
    return probes;
  }

  private static List<Probe> addresses() {
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < 10; i++) {
      probes.add(get("198.51.100." + i));
    }
    for (String far :
        List.of("198.51.100.33", "198.51.101.1", "198.55.0.1", "199.51.100.1", "203.0.113.4")) {
      probes.add(get(far));
    }
    return probes;
  }

  private static List<Probe> bodies(int size) {
    var probes = new ArrayList<Probe>();
    for (int length : List.of(0, 1, size - 1, size, size + 1, 2 * size, 10 * size)) {
      probes.add(new Probe(Duration.ZERO, "198.51.100.1", "POST", List.of(), "", length));
    }
    return probes;
  }

  private static List<Probe> consumers() {
    var probes = new ArrayList<>(List.of(get("198.51.100.1")));
    for (String key : List.of("k1", "k2", "k3", "k4", "k5")) {
      probes.add(get("198.51.100.1", "x-api-key", key));
    }
    return probes;
  }

  private static List<Probe> agents() {
    var probes = new ArrayList<>(List.of(get("198.51.100.1")));
    AGENTS.forEach(agent -> probes.add(get("198.51.100.1", "user-agent", agent)));
    return probes;
  }

  private static List<Probe> headers() {
    return List.of(
        get("198.51.100.1"),
        get("198.51.100.1", "x-full", "1"),
        get("198.51.100.1", "x-a", "old", "x-b", "old", "x-c", "old"),
        get("198.51.100.1", "x-a", "1", "x-a", "2", "x-b", "1", "x-b", "2", "x-full", "1"),
        get("198.51.100.1", "x-id-0", "mine", "x-id-1", "mine", "x-id-2", "mine", "x-full", "1"));
  }

  private static List<Probe> pages() {
    var probes = new ArrayList<Probe>();
    for (String origin :
        List.of("https://a.test", "https://b_c.test:8443", "https://evil.test", "https://axtest")) {
      probes.add(get("198.51.100.1", "origin", origin, "x-full", "1"));
      for (String method : List.of("GET", "PUT", "DELETE")) {
        for (String header : List.of("accept", "x-a", "x-b")) {
          probes.add(
              new Probe(
                  Duration.ZERO,
                  "198.51.100.1",
                  "OPTIONS",
                  List.of(
                      "origin",
                      origin,
                      "access-control-request-method",
                      method,
                      "access-control-request-headers",
                      header),
                  "",
                  0));
        }
      }
    }
    probes.add(get("198.51.100.1"));
    return probes;
  }

  private static List<Probe> keys(ApiKey rule) {
    var random = new Random(1);
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < TOKENS; i++) {
      probes.add(
          probe(
              random.nextInt(3) == 0 ? "OPTIONS" : "GET",
              ApiKeyMeaningTest.headers(rule, random),
              "?" + ApiKeyMeaningTest.query(rule, random)));
    }
    return probes;
  }

  private static List<Probe> tokens(Jwt rule) {
    var random = new Random(1);
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < TOKENS; i++) {
      Map<String, Node> claims = JwtMeaningTest.claims(rule, random);
      String token = JwtMeaningTest.token(random.nextInt(8) > 0, claims, random);
      probes.add(
          probe(
              random.nextInt(6) == 0 ? "OPTIONS" : "GET",
              JwtMeaningTest.headers(rule, token, random),
              ""));
    }
    for (Map<String, Node> claims : edges(rule)) {
      for (String token : JwtMeaningTest.signed(claims)) {
        String value = rule.from().header().equals("authorization") ? "Bearer " + token : token;
        probes.add(get("198.51.100.1", rule.from().header(), value));
      }
    }
    return probes;
  }

  /** Good ones, and such as are good by a second. */
  private static List<Map<String, Node>> edges(Jwt rule) {
    long now = AccessLane.NOW.getEpochSecond();
    long skew = rule.clockSkew().toSeconds();
    long life = rule.maxLifetime().map(Duration::toSeconds).orElse(600L);
    var all = new ArrayList<Map<String, Node>>();
    for (String role : List.of("admin", "partner 1", "adminx")) {
      for (String audience : List.of("orders", "https://api.test", "others")) {
        all.add(token(rule, "role", Node.text(role), "aud", Node.text(audience)));
      }
    }
    for (String audience : List.of("orders", "https://api.test")) {
      Node aud = Node.text(audience);
      for (long by : List.of(-1L, 0L, 1L, 2L)) {
        Node past = Node.number(now - 100);
        Node begun = Node.number(now - 10);
        all.add(token(rule, "aud", aud, "exp", Node.number(now - skew + by), "iat", past));
        all.add(token(rule, "aud", aud, "nbf", Node.number(now + skew + by)));
        all.add(token(rule, "aud", aud, "iat", begun, "exp", Node.number(now - 10 + life + by)));
        all.add(token(rule, "aud", aud, "iat", Node.number(now + skew + by)));
      }
    }
    return all;
  }

  private static Map<String, Node> token(Jwt rule, Object... claims) {
    long now = AccessLane.NOW.getEpochSecond();
    var token = new TreeMap<String, Node>();
    token.put("iss", Node.text(rule.issuer()));
    token.put("iat", Node.number(now - 10));
    token.put("exp", Node.number(now + 300));
    token.put("aud", Node.text("orders"));
    token.put("role", Node.text("admin"));
    for (int i = 0; i < claims.length; i += 2) {
      token.put((String) claims[i], (Node) claims[i + 1]);
    }
    return token;
  }

  private static Probe probe(String method, Headers headers, String query) {
    var pairs = new ArrayList<String>();
    headers
        .values()
        .forEach((name, values) -> values.forEach(value -> pairs.addAll(List.of(name, value))));
    return new Probe(Duration.ZERO, "198.51.100.1", method, pairs, query, 0);
  }
}
