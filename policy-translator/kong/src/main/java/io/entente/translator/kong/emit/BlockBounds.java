package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who still comes before a block: request-termination (2) is the last plugin that Kong asks. */
final class BlockBounds {

  /** What each answers to whom it refuses. */
  private static final Map<String, Integer> REFUSING =
      Map.ofEntries(
          Map.entry(ConsumerAccessEmitter.PLUGIN, 403),
          Map.entry("ai-prompt-guard", 400),
          Map.entry(BasicAuthEmitter.PLUGIN, 401),
          Map.entry(BotDetectionEmitter.PLUGIN, 403),
          Map.entry("hmac-auth", 401),
          Map.entry(IpFilterEmitter.PLUGIN, 403),
          Map.entry("jwt", 401),
          Map.entry(ApiKeyEmitter.PLUGIN, 401),
          Map.entry("ldap-auth", 401),
          Map.entry("oauth2", 401),
          Map.entry(JwtEmitter.ENTERPRISE_PLUGIN, 401),
          Map.entry(InjectionProtectionEmitter.PLUGIN, 400),
          Map.entry(JsonThreatEmitter.PLUGIN, 400),
          Map.entry(XmlThreatEmitter.PLUGIN, 400),
          Map.entry(LimitsEmitter.PLUGIN, 429),
          Map.entry(RequestSizeEmitter.PLUGIN, 413),
          Map.entry("response-ratelimiting", 429));

  /** A stored answer was seen to come before a block. */
  private static final String CACHE = "proxy-cache";

  /** Those that may answer on their own, in place of the upstream. */
  private static final Set<String> ANSWERING =
      Set.of(
          "acme",
          "ai-semantic-cache",
          "aws-lambda",
          "azure-functions",
          "confluent",
          "forward-proxy",
          "graphql-proxy-cache-advanced",
          "grpc-gateway",
          "grpc-web",
          "kafka-upstream",
          "pre-function",
          CACHE,
          "proxy-cache-advanced",
          "redirect");

  private final Stated stated;
  private final Set<String> plugins;

  BlockBounds(Policy policy, Place place) {
    this.stated = new Stated(policy.id());
    this.plugins = new TreeSet<>(place.acting());
    if (place.kinds().contains("ipFilter")) {
      plugins.add(IpFilterEmitter.PLUGIN);
    }
    if (place.kinds().contains("responseCache")) {
      plugins.add(ResponseCacheEmitter.plugin(place));
    }
    if (place.kinds().contains("apiKey")) {
      plugins.add(ApiKeyEmitter.PLUGIN);
    }
    if (place.enterprise()
        && (place.kinds().contains("jwt") || place.kinds().contains("oauth2Introspection"))) {
      plugins.add(JwtEmitter.ENTERPRISE_PLUGIN);
    }
    if (place.enterprise() && place.kinds().contains("injectionProtection")) {
      plugins.add(InjectionProtectionEmitter.PLUGIN);
    }
    if (place.enterprise() && place.kinds().contains("jsonThreat")) {
      plugins.add(JsonThreatEmitter.PLUGIN);
    }
    if (place.enterprise() && place.kinds().contains("xmlThreat")) {
      plugins.add(XmlThreatEmitter.PLUGIN);
    }
    if (place.kinds().contains("basicAuth")) {
      plugins.add(BasicAuthEmitter.PLUGIN);
    }
    if (place.kinds().contains(ConsumerAccessEmitter.KIND)) {
      plugins.add(ConsumerAccessEmitter.PLUGIN);
    }
    if (place.kinds().contains("botDetection")) {
      plugins.add(BotDetectionEmitter.PLUGIN);
    }
    if (place.kinds().contains("requestSize")) {
      plugins.add(RequestSizeEmitter.PLUGIN);
    }
    if (!Collections.disjoint(place.kinds(), LimitsEmitter.KINDS)) {
      plugins.add(LimitsEmitter.PLUGIN);
    }
  }

  /** What {@link #around} rests on. */
  Evidence evidence() {
    return Set.of(CACHE).containsAll(answering())
        ? Evidence.FIXED_ANSWER
        : Evidence.ANSWERED_BEFORE;
  }

  List<Deviation> around() {
    var found = new ArrayList<Deviation>();
    SortedMap<String, Integer> refusing = new TreeMap<>(REFUSING);
    refusing.keySet().retainAll(plugins);
    if (!refusing.isEmpty()) {
      found.add(
          stated.different(
              "runs-last",
              "%d that run before it answer whom they refuse: %s"
                  .formatted(refusing.size(), statuses(refusing)),
              "None: request-termination runs at priority 2. Nobody gets through either way."));
    }
    if (plugins.contains(LimitsEmitter.PLUGIN)) {
      found.add(
          stated.stricter(
              "limits-consumed",
              "each blocked request takes 1 of the limits of the route, where it is meant to take 0",
              "Take the limits off the route while it is blocked."));
    }
    Set<String> answering = answering();
    if (!answering.isEmpty()) {
      found.add(
          stated.looser(
              "answers-before",
              "%d that run before it (%s) may answer by themselves: callers get their answers as if nothing were blocked"
                  .formatted(answering.size(), String.join(", ", answering)),
              "Disable them on the route; empty a proxy-cache."));
    }
    return found;
  }

  private Set<String> answering() {
    var answering = new TreeSet<>(ANSWERING);
    answering.retainAll(plugins);
    return answering;
  }

  private static String statuses(SortedMap<String, Integer> refusing) {
    return String.join(
        ", ",
        refusing.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
  }
}
