package io.entente.translator.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.entente.policy.ApiKey;
import io.entente.policy.Cors;
import io.entente.policy.PolicyKind;
import io.entente.policy.RequestSize;
import io.entente.translator.kong.ProbedKong.Probe;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The requests that tell a rule of a kind from one that is a little different. */
final class KongProbes {

  private KongProbes() {}

  static List<Probe> of(PolicyKind kind) {
    if (kind instanceof Cors) {
      return pages();
    }
    if (kind instanceof RequestSize size) {
      return bodies((int) size.maxBytes());
    }
    if (kind instanceof ApiKey key) {
      return keys(key);
    }
    return switch (kind.kindName()) {
      case "headerTransform", "correlationId" -> headers();
      case "ipFilter" -> addresses();
      case "botDetection" -> agents();
      case "basicAuth" -> passwords();
      case "consumerAccess" -> consumers();
      case "responseCache" -> ResponseCacheMeaningTest.probes();
      case "accessBlock" -> List.of(get("127.0.0.1"), get("127.0.0.1", "x-full: 1"));
      default -> callers();
    };
  }

  private static Probe get(String from, String... headers) {
    return new Probe(from, "GET", List.of(headers), "", false);
  }

  /** Keys in either place and under other names, by pages that ask first and such that do not. */
  private static List<Probe> keys(ApiKey rule) {
    var probes = new ArrayList<Probe>();
    for (String name : List.of(rule.name(), "x-other")) {
      for (String key : List.of("", "alice-key", "bob-key", "unknown")) {
        probes.add(get("127.0.0.1", name + ": " + key));
        probes.add(asking("GET", name + "=" + key));
        probes.add(asking("OPTIONS", name + "=" + key));
      }
    }
    probes.add(get("127.0.0.1"));
    probes.add(get("127.0.0.1", rule.name() + ": alice-key", rule.name() + ": bob-key"));
    probes.add(asking("GET", "a=1&" + rule.name() + "=alice-key&b=2"));
    probes.add(
        new Probe(
            "127.0.0.1",
            "POST",
            List.of("content-type: application/x-www-form-urlencoded"),
            rule.name() + "=alice-key",
            false));
    return probes;
  }

  private static List<Probe> passwords() {
    var probes = new ArrayList<>(List.of(get("127.0.0.1"), asking("OPTIONS", "")));
    for (String pair : List.of("alice:of alice", "bob:of bob", "alice:of bob", "eve:x", "alice")) {
      String value = Base64.getEncoder().encodeToString(pair.getBytes(ISO_8859_1));
      probes.add(get("127.0.0.1", "authorization: Basic " + value));
      probes.add(get("127.0.0.1", "authorization: Bearer " + value));
    }
    return probes;
  }

  private static List<Probe> consumers() {
    var probes = new ArrayList<>(List.of(get("127.0.0.1")));
    for (String consumer : List.of("alice", "bob", "carol", "dave", "eve")) {
      probes.add(get("127.0.0.1", "apikey: " + consumer + "-key", "x-consumer-groups: gold"));
    }
    return probes;
  }

  private static Probe asking(String method, String query) {
    return new Probe(
        "127.0.0.1",
        method,
        List.of("origin: https://a.test", "access-control-request-method: GET"),
        "",
        false,
        query);
  }

  /** Five of each of four callers; limits are of at most three. */
  private static List<Probe> callers() {
    var probes = new ArrayList<Probe>();
    for (Probe probe :
        List.of(
            get("127.0.0.1", "x-client-0: v0"),
            get("127.0.0.1", "x-client-0: v1"),
            get("127.0.0.2", "x-client-0: v0"),
            get("127.0.0.2"))) {
      for (int i = 0; i < 5; i++) {
        probes.add(probe);
      }
    }
    return probes;
  }

  private static List<Probe> addresses() {
    var probes = new ArrayList<Probe>();
    for (int i = 1; i < 10; i++) {
      probes.add(get("127.0.0." + i));
    }
    for (String far : List.of("127.0.0.33", "127.0.0.97", "127.0.1.1", "127.9.0.1", "127.0.9.4")) {
      probes.add(get(far));
    }
    return probes;
  }

  private static List<Probe> agents() {
    var probes = new ArrayList<Probe>();
    for (String agent :
        List.of(
            "curl/8.0",
            "curl/1",
            "my curl/8",
            "StatusBot/2",
            "Status",
            "MyBOT",
            "some bot/2",
            "Mozilla/5.0",
            "Googlebot/2.1",
            "okhttp/4")) {
      probes.add(get("127.0.0.1", "user-agent: " + agent));
    }
    for (int i = 0; i < 10; i++) {
      probes.add(get("127.0.0.1", "user-agent: tool" + i));
    }
    probes.add(get("127.0.0.1"));
    return probes;
  }

  private static List<Probe> bodies(int size) {
    var probes = new ArrayList<Probe>();
    for (int length : List.of(0, size - 1, size, size + 1, 2 * size)) {
      probes.add(new Probe("127.0.0.1", "POST", List.of(), "a".repeat(length), false));
    }
    probes.add(new Probe("127.0.0.1", "POST", List.of(), "a".repeat(size - 1), true));
    probes.add(new Probe("127.0.0.1", "POST", List.of(), "", true));
    return probes;
  }

  private static List<Probe> headers() {
    return List.of(
        get("127.0.0.1"),
        get("127.0.0.1", "x-full: 1"),
        get("127.0.0.1", "x-a: old", "x-b: old", "x-c: old"),
        get("127.0.0.1", "x-a: 1", "x-a: 2", "x-b: 1", "x-b: 2", "x-full: 1"),
        get("127.0.0.1", "x-id-0: mine", "x-id-1: mine", "x-id-2: mine", "x-full: 1"));
  }

  private static List<Probe> pages() {
    var probes = new ArrayList<Probe>();
    for (String origin :
        List.of(
            "https://a.test",
            "https://b_c.test:8443",
            "https://evil.test",
            "https://axtest",
            "https://b_cxtest:8443")) {
      probes.add(get("127.0.0.1", "origin: " + origin, "x-full: 1"));
      probes.add(
          new Probe(
              "127.0.0.1",
              "OPTIONS",
              List.of(
                  "origin: " + origin,
                  "access-control-request-method: PUT",
                  "access-control-request-private-network: true"),
              "",
              false));
    }
    probes.add(get("127.0.0.1"));
    return probes;
  }
}
