package io.entente.hub.traffic.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** An authority as OpenTelemetry splits it: address and, where one was written, port. */
record Authority(String address, Optional<Integer> port) {

  private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:]+):([1-9]\\d{0,4})");

  static Authority of(String text) {
    var matcher = WITH_PORT.matcher(text);
    return matcher.matches()
        ? new Authority(matcher.group(1), Optional.of(Integer.valueOf(matcher.group(2))))
        : new Authority(text, Optional.empty());
  }

  String text() {
    return port.map(p -> address + ":" + p).orElse(address);
  }
}
