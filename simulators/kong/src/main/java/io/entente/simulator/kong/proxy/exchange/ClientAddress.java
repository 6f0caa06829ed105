package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.store.NodeSettings;
import java.util.Arrays;
import java.util.List;

/**
 * The address of the client, as nginx finds it.
 *
 * @param ip decided by {@code trusted_ips} and the header of the client
 * @param peer the other end of the connection
 * @param trusted whether the peer is trusted
 */
public record ClientAddress(String ip, String peer, boolean trusted) {

  public static ClientAddress find(String peer, Headers headers, NodeSettings settings) {
    List<Cidr> trusted =
        settings.trustedIps().stream().flatMap(c -> Cidr.parse(c).stream()).toList();
    if (trusted.stream().noneMatch(block -> block.contains(peer))) {
      return new ClientAddress(peer, peer, false);
    }
    List<String> hops =
        headers.all(settings.realIpHeader()).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .toList();
    String found = peer;
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = withoutPort(hops.get(i));
      if (Cidr.parse(hop).isEmpty()) {
        break;
      }
      found = Cidr.text(hop);
      if (!settings.realIpRecursive() || trusted.stream().noneMatch(b -> b.contains(hop))) {
        break;
      }
    }
    return new ClientAddress(found, peer, true);
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[") && hop.contains("]")) {
      return hop.substring(1, hop.indexOf(']'));
    }
    return hop.matches("[0-9.]+:[0-9]+") ? hop.substring(0, hop.indexOf(':')) : hop;
  }
}
