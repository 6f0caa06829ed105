package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;

/** Timeouts of a service in milliseconds. */
public record Timeouts(int connect, int read) {

  public Timeouts {
    if (connect < 1 || read < 1) {
      throw new IllegalArgumentException("connect " + connect + ", read " + read);
    }
  }

  public static Timeouts of(JsonNode service) {
    return new Timeouts(
        Json.whole(service, "connect_timeout", 60_000),
        Json.whole(service, "read_timeout", 60_000));
  }
}
