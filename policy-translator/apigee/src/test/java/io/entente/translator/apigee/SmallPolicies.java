package io.entente.translator.apigee;

import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.SpikeArrest;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Policies whose numbers a few requests from 198.51.100.0/24 reach. */
final class SmallPolicies {

  private static final List<LimitKey> KEYS =
      List.of(new LimitKey.Route(), new LimitKey.ClientIp(), new LimitKey.Header("x-client-0"));

  private static final List<Cidr> RANGES =
      List.of(
          Cidr.parse("198.51.100.1/32"),
          Cidr.parse("198.51.100.2/32"),
          Cidr.parse("198.51.100.4/30"),
          Cidr.parse("198.51.100.0/31"));

  /** How many kinds there are. */
  static final int KINDS = 11;

  private SmallPolicies() {}

  /**
   * @param which 0 to {@link #KINDS} - 1, each a kind of its own
   */
  static PolicyKind of(int which, Random random) {
    LimitKey key = KEYS.get(random.nextInt(3));
    OnMissingKey missing = OnMissingKey.values()[random.nextInt(3)];
    return switch (which) {
      case 0 ->
          new RateLimit(
              1 + random.nextInt(3),
              List.of(Duration.ofMinutes(1), Duration.ofHours(1)).get(random.nextInt(2)),
              key,
              missing);
      case 1 -> new SpikeArrest(1 + random.nextInt(6), SpikeArrest.Per.MINUTE, 1, key, missing);
      case 2 ->
          new Quota(1 + random.nextInt(3), Quota.Period.values()[random.nextInt(4)], key, missing);
      case 3 ->
          new AccessBlock(
              List.of(403, 410, 503).get(random.nextInt(3)),
              "text/plain",
              List.of("down\n", "Back at noon.").get(random.nextInt(2)));
      case 4 -> new RequestSize(2 + random.nextInt(40));
      case 5 ->
          new CorrelationId(
              "x-id-" + random.nextInt(3),
              OnInbound.values()[random.nextInt(2)],
              random.nextBoolean());
      case 6 -> ipFilter(random);
      case 7 -> new RandomPolicies(1).kind(1, random);
      case 8 -> new RandomPolicies(1).kind(3, random);
      case 9 -> RandomAccess.apiKey(random);
      default -> JwtMeaningTest.rule(random);
    };
  }

  private static IpFilter ipFilter(Random random) {
    Cidr one = RANGES.get(random.nextInt(RANGES.size()));
    Cidr other = RANGES.get(random.nextInt(RANGES.size()));
    return switch (random.nextInt(3)) {
      case 0 -> new IpFilter(List.of(one), List.of());
      case 1 -> new IpFilter(List.of(), List.of(one));
      default -> new IpFilter(List.of(Cidr.parse("198.51.100.0/29")), List.of(other));
    };
  }
}
