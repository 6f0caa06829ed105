package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * What checks have found about targets, by the name of the upstream and the address: it outlives
 * the entities. Any thread.
 */
final class HealthBook {

  /** What a check or a request saw. */
  enum Sign {
    SUCCESS,
    HTTP_FAILURE,
    TCP_FAILURE,
    TIMEOUT
  }

  private record Key(String upstream, String endpoint) {}

  private static final class State {
    private boolean healthy = true;
    private final Map<Sign, Integer> row = new HashMap<>();
  }

  private final Map<Key, State> states = new HashMap<>();

  synchronized boolean healthy(String upstream, Address address) {
    State state = states.get(new Key(upstream, address.endpoint()));
    return state == null || state.healthy;
  }

  synchronized void set(String upstream, Address address, boolean healthy) {
    State state = state(upstream, address);
    state.healthy = healthy;
    state.row.clear();
  }

  /**
   * Counts one sign.
   *
   * @param checks the {@code active} or {@code passive} record of the upstream
   */
  synchronized void report(String upstream, Address address, JsonNode checks, Sign sign) {
    int threshold = threshold(checks, sign);
    if (threshold < 1) {
      return;
    }
    State state = state(upstream, address);
    boolean good = sign == Sign.SUCCESS;
    if (good) {
      state.row.keySet().removeIf(counted -> counted != Sign.SUCCESS);
    } else {
      state.row.remove(Sign.SUCCESS);
    }
    if (state.row.merge(sign, 1, Integer::sum) >= threshold) {
      state.healthy = good;
      state.row.clear();
    }
  }

  /** Which sign an HTTP status is; an unlisted one is no sign at all. */
  static java.util.Optional<Sign> sign(JsonNode checks, int status) {
    if (lists(checks, "healthy", status)) {
      return java.util.Optional.of(Sign.SUCCESS);
    }
    return lists(checks, "unhealthy", status)
        ? java.util.Optional.of(Sign.HTTP_FAILURE)
        : java.util.Optional.empty();
  }

  private static boolean lists(JsonNode checks, String kind, int status) {
    for (JsonNode listed : Json.object(checks, kind).path("http_statuses")) {
      if (listed.asInt() == status) {
        return true;
      }
    }
    return false;
  }

  private static int threshold(JsonNode checks, Sign sign) {
    JsonNode unhealthy = Json.object(checks, "unhealthy");
    return switch (sign) {
      case SUCCESS -> Json.whole(Json.object(checks, "healthy"), "successes", 0);
      case HTTP_FAILURE -> Json.whole(unhealthy, "http_failures", 0);
      case TCP_FAILURE -> Json.whole(unhealthy, "tcp_failures", 0);
      case TIMEOUT -> Json.whole(unhealthy, "timeouts", 0);
    };
  }

  private State state(String upstream, Address address) {
    return states.computeIfAbsent(new Key(upstream, address.endpoint()), key -> new State());
  }
}
