package io.entente.simulator.kong.proxy.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The wheel of consistent hashing: a value goes to the nearest target at or before its place. */
final class Continuum {

  private static final int POINTS_PER_TARGET = 160;
  private static final int SMALLEST = 1000;

  private final TreeMap<Long, Address> wheel = new TreeMap<>();
  private final long size;

  Continuum(List<WeightedAddress> targets, int slots) {
    this.size = slots >= SMALLEST ? slots : SMALLEST;
    int total = targets.stream().mapToInt(WeightedAddress::weight).sum();
    for (WeightedAddress target : sorted(targets)) {
      double share = (double) target.weight() / total;
      long points = (long) (share * targets.size() * POINTS_PER_TARGET);
      points = target.weight() > 0 && points == 0 ? 1 : points;
      Address address = target.address();
      for (long i = 1; i <= points && i <= size; i++) {
        String point = address.ip() + "::" + address.port() + " " + i;
        if (wheel.putIfAbsent(place(point), address) != null) {
          points++;
        }
      }
    }
  }

  Optional<Address> find(String value, Predicate<Address> usable) {
    long start = place(value);
    return wheel.headMap(start, true).descendingMap().values().stream()
        .filter(usable)
        .findFirst()
        .or(
            () ->
                wheel.tailMap(start, false).descendingMap().values().stream()
                    .filter(usable)
                    .findFirst());
  }

  private long place(String value) {
    return XxHash32.of(value) % size + 1;
  }

  private static List<WeightedAddress> sorted(List<WeightedAddress> targets) {
    return targets.stream()
        .sorted(
            Comparator.<WeightedAddress, String>comparing(t -> t.address().name())
                .thenComparing(t -> t.address().port()))
        .toList();
  }
}
