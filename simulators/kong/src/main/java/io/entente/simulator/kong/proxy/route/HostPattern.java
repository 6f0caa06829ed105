package io.entente.simulator.kong.proxy.route;

import java.util.OptionalInt;

/** A host of a route: exact, {@code *.x} or {@code x.*}, with or without a port. Case counts. */
record HostPattern(String text, boolean wildcard, OptionalInt port) {

  static HostPattern of(String host) {
    int colon = host.lastIndexOf(':');
    boolean ported = colon > 0 && host.substring(colon + 1).matches("[0-9]+");
    String text = ported ? host.substring(0, colon) : host;
    OptionalInt port =
        ported ? OptionalInt.of(Integer.parseInt(host.substring(colon + 1))) : OptionalInt.empty();
    return new HostPattern(text, text.startsWith("*") || text.endsWith("*"), port);
  }

  /** The port compared is the one the gateway listens on, not the one in the Host header. */
  boolean matches(String host, int listeningPort) {
    if (port.isPresent() && port.getAsInt() != listeningPort) {
      return false;
    }
    if (text.startsWith("*")) {
      return host.endsWith(text.substring(1));
    }
    if (text.endsWith("*")) {
      return host.startsWith(text.substring(0, text.length() - 1));
    }
    return host.equals(text);
  }
}
