package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.lua.LuaValues;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code response-ratelimiting}: the service says in a header what an answer costs. */
final class ResponseRateLimiting implements Plugin {

  private static final String NOTE = "response-ratelimiting";

  private final Counters counters = new Counters();

  /** What was left when the request came, by limit and window, and for whom. */
  private record Usage(String scope, long at, Map<String, Map<Window, Double>> left) {}

  @Override
  public String name() {
    return "response-ratelimiting";
  }

  @Override
  public int priority() {
    return 900;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    if (Json.text(config, "policy", "local").equals("redis")) {
      throw new NotEnforced("policy redis of response-ratelimiting");
    }
    String scope =
        String.join("\n", instance.routeId(), instance.serviceId(), LimitKey.of(exchange, config));
    long now = System.currentTimeMillis();
    var usage = new Usage(scope, now, new HashMap<>());
    for (Map.Entry<String, JsonNode> limit : limits(config).entrySet()) {
      var left = new HashMap<Window, Double>();
      for (Window window : Window.values()) {
        if (Json.given(limit.getValue(), window.key())) {
          double most = Json.number(limit.getValue(), window.key(), 0);
          left.put(window, most - counters.get(scope + "\n" + limit.getKey(), window, now));
        }
      }
      usage.left().put(limit.getKey(), left);
      double least = left.values().stream().mapToDouble(v -> v).min().orElse(0);
      if (left.containsValue(0.0) && Json.flag(config, "block_on_first_violation", false)) {
        String message = "API rate limit exceeded for '" + limit.getKey() + "'";
        return Optional.of(exchange.error(429, message));
      }
      exchange.early().set(remaining(limit.getKey()), LuaValues.number(least));
    }
    exchange.note(NOTE, usage);
    return Optional.empty();
  }

  @Override
  public void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    Optional<Usage> noted = exchange.note(NOTE, Usage.class);
    if (noted.isEmpty()) {
      return;
    }
    JsonNode config = instance.config();
    String header = Json.text(config, "header_name", "x-kong-limit");
    Map<String, Double> costs = costs(response.headers().first(header).orElse(""));
    boolean hidden = Json.flag(config, "hide_client_headers", false);
    boolean stop = false;
    Headers headers = response.headers();
    for (Map.Entry<String, JsonNode> limit : limits(config).entrySet()) {
      String name = limit.getKey();
      double cost = costs.getOrDefault(name, 0.0);
      for (Map.Entry<Window, Double> left : usageOf(noted.get(), name).entrySet()) {
        String suffix = "-" + left.getKey().title();
        double most = Json.number(limit.getValue(), left.getKey().key(), 0);
        if (!hidden) {
          headers.set("X-RateLimit-Limit-" + name + suffix, LuaValues.number(most));
          double after = Math.max(0, left.getValue() - cost);
          headers.set(remaining(name) + suffix, LuaValues.number(after));
        }
        stop |= cost > 0 && left.getValue() <= 0;
      }
    }
    headers.remove(header);
    if (stop) {
      response.cutShort(429);
      return;
    }
    Usage usage = noted.get();
    costs.forEach(
        (name, cost) ->
            usageOf(usage, name)
                .keySet()
                .forEach(w -> counters.add(usage.scope() + "\n" + name, w, usage.at(), cost)));
  }

  private static Map<Window, Double> usageOf(Usage usage, String limit) {
    return usage.left().getOrDefault(limit, Map.of());
  }

  private static Map<String, JsonNode> limits(JsonNode config) {
    var limits = new HashMap<String, JsonNode>();
    Json.fields(Json.object(config, "limits"))
        .forEach((name, limit) -> limits.put(Wire.of(name), limit));
    return limits;
  }

  private static Map<String, Double> costs(String header) {
    var costs = new HashMap<String, Double>();
    for (String part : header.split(",", -1)) {
      String[] words = part.split("=", -1);
      if (words.length == 2 && words[1].strip().matches("-?[0-9]+(\\.[0-9]+)?")) {
        costs.put(words[0].strip(), Double.valueOf(words[1].strip()));
      }
    }
    return costs;
  }

  private static String remaining(String limit) {
    return "X-RateLimit-Remaining-" + limit;
  }
}
