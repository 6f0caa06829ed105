package io.entente.engine;

import io.entente.policy.Cidr;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import java.util.List;
import java.util.Optional;

/**
 * Who is denied is refused, allowed or not; else, where there is an allow list, who is not on it.
 *
 * <p>The client is the address the gateway takes for the caller's. IPv4 in an IPv6 spelling is
 * IPv4. A request without an address, or with one nobody can read, is refused: it is the stricter
 * reading. Vendors differ in where they look for the address, and in the order of the lists; here
 * deny wins whatever the order.
 */
final class IpFilterMeaning {

  private IpFilterMeaning() {}

  /** The rule that refuses the request; empty when it may pass. */
  static Optional<String> refusedBy(IpFilter filter, Exchange exchange) {
    Optional<IpAddress> client = exchange.clientAddress().flatMap(IpAddress::parse);
    if (client.isEmpty()) {
      return Optional.of("ipFilter.clientAddress");
    }
    if (any(filter.deny(), client.get())) {
      return Optional.of("ipFilter.deny");
    }
    return filter.allow().isEmpty() || any(filter.allow(), client.get())
        ? Optional.empty()
        : Optional.of("ipFilter.allow");
  }

  private static boolean any(List<Cidr> ranges, IpAddress client) {
    return ranges.stream().anyMatch(range -> range.contains(client));
  }
}
