package io.entente.translator.apigee;

import io.entente.engine.Headers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** ResponseCache as Apigee documents it: looks up before there is an answer, then keeps it. */
final class CacheInterpreter {

  private final Map<String, Kept> answers = new HashMap<>();

  /** An answer that is kept. */
  record Kept(int status, Headers headers, Instant until) {}

  Optional<Integer> run(Element policy, Message message) {
    Map<String, String> variables = message.variables();
    var key = new StringBuilder(text(policy, "Prefix"));
    NodeList fragments = policy.getElementsByTagName("KeyFragment");
    for (int i = 0; i < fragments.getLength(); i++) {
      String ref = ((Element) fragments.item(i)).getAttribute("ref");
      key.append("__").append(variables.getOrDefault(ref, ""));
    }
    if (text(policy, "UseAcceptHeader").equals("true")) {
      key.append("__").append(variables.getOrDefault("request.header.accept.values.string", ""));
    }
    String skip = message.status == 0 ? "SkipCacheLookup" : "SkipCachePopulation";
    if (Condition.holds(Optional.of(text(policy, skip)), variables)) {
      return Optional.empty();
    }
    if (message.status == 0) {
      message.kept =
          Optional.ofNullable(answers.get(key.toString()))
              .filter(kept -> kept.until().isAfter(message.at));
    } else {
      long ttl = Long.parseLong(text(policy, "TimeoutInSec"));
      boolean origin = text(policy, "UseResponseCacheHeaders").equals("true");
      long seconds = origin ? Math.min(ttl, said(message, ttl)) : ttl;
      boolean error = message.status < 200 || message.status > 205;
      if (seconds > 0 && !(error && text(policy, "ExcludeErrorResponse").equals("true"))) {
        answers.put(
            key.toString(),
            new Kept(message.status, message.response, message.at.plusSeconds(seconds)));
      }
    }
    return Optional.empty();
  }

  private static long said(Message message, long otherwise) {
    return List.of(String.join(",", message.response.get("cache-control")).split(",")).stream()
        .map(String::strip)
        .filter(part -> part.startsWith("max-age="))
        .map(part -> Long.parseLong(part.substring("max-age=".length())))
        .findFirst()
        .orElse(otherwise);
  }

  private static String text(Element policy, String name) {
    return policy.getElementsByTagName(name).item(0).getTextContent();
  }
}
