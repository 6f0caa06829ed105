package io.entente.translator.kong.emit;

import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Several address filters as one: whoever one denies is denied, who may come is who all let in.
 *
 * @param allow ranges; empty means everybody
 * @param deny ranges
 */
record AddressRanges(List<String> allow, List<String> deny) {

  private static final List<String> EVERYBODY = List.of("0.0.0.0/0", "::/0");

  static AddressRanges of(List<IpFilter> filters) {
    Optional<List<Cidr>> allowed =
        filters.stream()
            .map(IpFilter::allow)
            .filter(allow -> !allow.isEmpty())
            .reduce(AddressRanges::both);
    if (allowed.filter(List::isEmpty).isPresent()) {
      // No address is in all lists. An empty list would let everybody in.
      return new AddressRanges(List.of(), EVERYBODY);
    }
    return new AddressRanges(
        sorted(allowed.stream().flatMap(List::stream)),
        sorted(filters.stream().flatMap(filter -> filter.deny().stream())));
  }

  private static List<Cidr> both(List<Cidr> one, List<Cidr> other) {
    return one.stream()
        .flatMap(a -> other.stream().flatMap(b -> overlap(a, b).stream()))
        .distinct()
        .toList();
  }

  /** Two ranges overlap only where one holds the other. */
  private static Optional<Cidr> overlap(Cidr one, Cidr other) {
    if (one.prefix() <= other.prefix() && one.contains(other.address())) {
      return Optional.of(other);
    }
    return other.prefix() <= one.prefix() && other.contains(one.address())
        ? Optional.of(one)
        : Optional.empty();
  }

  private static List<String> sorted(Stream<Cidr> ranges) {
    return List.copyOf(new TreeSet<>(ranges.map(Cidr::toString).toList()));
  }
}
