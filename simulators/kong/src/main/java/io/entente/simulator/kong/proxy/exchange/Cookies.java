package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.Optional;

/** Cookies of a request. */
public final class Cookies {

  private Cookies() {}

  public static Optional<String> value(Headers headers, String name) {
    for (String line : headers.all("cookie")) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }
}
