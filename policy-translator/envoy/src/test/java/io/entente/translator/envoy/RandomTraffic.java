package io.entente.translator.envoy;

import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.translator.testkit.Changes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Address filters, origins and logs from a seeded generator; small worlds, so that things meet. */
final class RandomTraffic {

  private RandomTraffic() {}

  static IpFilter ipFilter(Random random) {
    List<Cidr> allow = distinct(random.nextInt(4), () -> range(random));
    int least = allow.isEmpty() ? 1 : 0;
    return new IpFilter(allow, distinct(least + random.nextInt(3), () -> range(random)));
  }

  static Cidr range(Random random) {
    IpAddress within = IpAddress.parse(client(random)).orElseThrow();
    int width = within.family().width();
    int prefix = random.nextInt(3) == 0 ? random.nextInt(width + 1) : width - random.nextInt(12);
    return Cidr.around(within, prefix);
  }

  /** An address as Envoy may see it; IPv4 also in its IPv6 spelling. */
  static String client(Random random) {
    String low = random.nextInt(3) + "." + random.nextInt(4);
    return switch (random.nextInt(4)) {
      case 0 -> "10.0." + low;
      case 1 -> "::ffff:10.0." + low;
      case 2 -> "2001:db8::" + random.nextInt(8);
      default -> "::" + Integer.toHexString(random.nextInt(0x10000)) + ":" + random.nextInt(4);
    };
  }

  static Cors cors(Random random) {
    boolean everybody = random.nextInt(3) == 0;
    return new Cors(
        everybody ? List.of("*") : distinct(1 + random.nextInt(2), () -> origin(random)),
        distinct(1 + random.nextInt(2), () -> List.of("GET", "PUT").get(random.nextInt(2))),
        distinct(random.nextInt(3), () -> "x-a-" + random.nextInt(3)),
        distinct(random.nextInt(3), () -> "x-e-" + random.nextInt(3)),
        !everybody && random.nextBoolean(),
        Duration.ofSeconds(random.nextInt(100)));
  }

  static String origin(Random random) {
    return "https://" + "abc".charAt(random.nextInt(3)) + ".example";
  }

  static TrafficLog trafficLog(Random random) {
    return new TrafficLog(
        Duration.ofSeconds(1 + random.nextInt(60)),
        io.entente.translator.testkit.RandomPolicies.recording(random));
  }

  /** The same with another value of one field. */
  static PolicyKind changed(PolicyKind kind, String field, Random random) {
    if (kind instanceof IpFilter filter) {
      return new IpFilter(
          swapped(filter.allow(), "allow", field, () -> range(random)),
          swapped(filter.deny(), "deny", field, () -> range(random)));
    }
    if (kind instanceof Cors cors) {
      return new Cors(
          swapped(cors.allowOrigins(), "allowOrigins", field, () -> origin(random)),
          swapped(cors.allowMethods(), "allowMethods", field, () -> "DELETE"),
          swapped(cors.allowHeaders(), "allowHeaders", field, () -> "x-other"),
          swapped(cors.exposeHeaders(), "exposeHeaders", field, () -> "x-other"),
          cors.allowCredentials() != field.equals("allowCredentials"),
          cors.maxAge().plusSeconds(field.equals("maxAge") ? 1 : 0));
    }
    return Changes.log((TrafficLog) kind, field);
  }

  private static <T> List<T> swapped(
      List<T> items, String list, String field, Supplier<T> another) {
    if (!field.startsWith(list + "[")) {
      return items;
    }
    T fresh = another.get();
    while (items.contains(fresh)) {
      fresh = another.get();
    }
    var swapped = new ArrayList<>(items);
    swapped.set(Integer.parseInt(field.replaceAll("\\D", "")), fresh);
    return swapped;
  }

  private static <T> List<T> distinct(int size, Supplier<T> item) {
    var items = new LinkedHashSet<T>();
    for (int i = 0; i < size; i++) {
      items.add(item.get());
    }
    return List.copyOf(items);
  }
}
