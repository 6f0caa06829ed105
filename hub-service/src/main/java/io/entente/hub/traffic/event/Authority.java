package io.entente.hub.traffic.event;

import java.util.Optional;

/** An authority as OpenTelemetry splits it: address and, where one was written, port. */
record Authority(String address, Optional<Integer> port) {

  private static final int LONGEST_PORT = 5;

  static Authority of(String text) {
    int colon = text.lastIndexOf(':');
    return colon > 0 && isPort(text, colon + 1) && isAddress(text, colon)
        ? new Authority(
            text.substring(0, colon),
            Optional.of(Integer.parseInt(text, colon + 1, text.length(), 10)))
        : new Authority(text, Optional.empty());
  }

  /** Digits to the end, not beginning with 0: what was written comes back. */
  private static boolean isPort(String text, int from) {
    int count = text.length() - from;
    if (count < 1 || count > LONGEST_PORT || text.charAt(from) == '0') {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Either in brackets or without a colon. */
  private static boolean isAddress(String text, int end) {
    return text.indexOf(':') == end || (text.charAt(0) == '[' && text.indexOf(']') == end - 1);
  }

  String text() {
    return port.map(p -> address + ":" + p).orElse(address);
  }
}
