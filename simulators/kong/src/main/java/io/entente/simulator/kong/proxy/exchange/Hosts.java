package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.Locale;

/** The host a request is for. */
public final class Hosts {

  private Hosts() {}

  /** Lower case and without port, like nginx's {@code $host}. */
  public static String name(Headers headers) {
    return asSent(headers).toLowerCase(Locale.ROOT);
  }

  /** Without port, letter case as sent: what routes are matched against. */
  public static String asSent(Headers headers) {
    String host = headers.first("host").orElse("");
    int colon = host.lastIndexOf(':');
    return colon >= 0 && host.indexOf(']', colon) < 0 ? host.substring(0, colon) : host;
  }
}
