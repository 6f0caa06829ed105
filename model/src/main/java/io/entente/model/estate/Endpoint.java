package io.entente.model.estate;

import java.util.regex.Pattern;

/** One address of an upstream. */
public record Endpoint(String host, int port) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

  public Endpoint {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("host '" + host + "' is not a host name or address");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " of " + host + " is not in 1..65535");
    }
  }
}
