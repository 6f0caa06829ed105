package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.lua.LuaValues;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code rate-limiting}: fixed windows. Checking and counting are one step here, so that parallel
 * requests never pass a limit, which the gateway allows. Policy redis only knows a Redis that is
 * down.
 */
final class RateLimiting implements Plugin {

  private final Counters local = new Counters();
  private final Counters cluster = new Counters();

  private record Usage(Window window, double limit, double remaining) {}

  @Override
  public String name() {
    return "rate-limiting";
  }

  @Override
  public int priority() {
    return 910;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    String policy = Json.text(config, "policy", "local");
    if (policy.equals("redis")) {
      requireRedisDown(config);
      return Json.flag(config, "fault_tolerant", true)
          ? Optional.empty()
          : Optional.of(exchange.error(500, "An unexpected error occurred"));
    }
    Counters counters = policy.equals("cluster") ? cluster : local;
    String scope =
        String.join("\n", instance.routeId(), instance.serviceId(), LimitKey.of(exchange, config));
    long now = System.currentTimeMillis();
    var usages = new ArrayList<Usage>();
    boolean stop;
    synchronized (counters) {
      for (Window window : Window.values()) {
        if (Json.given(config, window.key())) {
          double limit = Json.number(config, window.key(), 0);
          usages.add(new Usage(window, limit, limit - counters.get(scope, window, now)));
        }
      }
      stop = usages.stream().anyMatch(usage -> usage.remaining() <= 0);
      if (!stop) {
        usages.forEach(usage -> counters.add(scope, usage.window(), now, 1));
      }
    }
    Headers headers =
        Json.flag(config, "hide_client_headers", false)
            ? new Headers()
            : headers(usages, stop, now);
    if (!stop) {
      exchange.early().addAll(headers);
      return Optional.empty();
    }
    headers.first("RateLimit-Reset").ifPresent(reset -> headers.set("Retry-After", reset));
    return Optional.of(
        exchange.error(
            Json.whole(config, "error_code", 429),
            Json.text(config, "error_message", "API rate limit exceeded"),
            headers));
  }

  private static Headers headers(List<Usage> usages, boolean stop, long now) {
    var headers = new Headers();
    double least = Double.MAX_VALUE;
    for (Usage usage : usages) {
      boolean counted = !stop || usage.remaining() <= 0;
      double left = Math.max(0, usage.remaining() - (counted ? 1 : 0));
      String title = usage.window().title();
      headers.set("X-RateLimit-Limit-" + title, LuaValues.number(usage.limit()));
      headers.set("X-RateLimit-Remaining-" + title, LuaValues.number(left));
      if (left <= least) {
        least = left;
        headers.set("RateLimit-Limit", LuaValues.number(usage.limit()));
        headers.set("RateLimit-Remaining", LuaValues.number(left));
        headers.set("RateLimit-Reset", String.valueOf(usage.window().resetAfter(now)));
      }
    }
    return headers;
  }

  private static void requireRedisDown(JsonNode config) {
    JsonNode redis = Json.object(config, "redis");
    var address =
        new InetSocketAddress(
            Json.text(redis, "host", "127.0.0.1"), Json.whole(redis, "port", 6379));
    try (var socket = new Socket()) {
      socket.connect(address, Math.min(2000, Json.whole(redis, "timeout", 2000)));
    } catch (IOException | IllegalArgumentException down) {
      return;
    }
    throw new NotEnforced("rate-limiting with a Redis that is up");
  }
}
