package io.entente.simulator.apigee.proxy.wire;

import java.util.List;
import java.util.Set;

/** Headers that concern one connection only. */
public final class HopByHop {

  private static final Set<String> NAMES =
      Set.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Connection",
          "TE",
          "Trailer",
          "Transfer-Encoding",
          "Upgrade");

  private HopByHop() {}

  /** A copy without them and without what {@code Connection} names. */
  public static Headers without(Headers headers) {
    Headers rest = headers.copy();
    List<String> named = headers.values("Connection");
    named.stream().filter(name -> !name.isEmpty()).forEach(rest::remove);
    NAMES.forEach(rest::remove);
    return rest;
  }
}
