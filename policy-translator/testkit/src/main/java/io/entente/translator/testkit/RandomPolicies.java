package io.entente.translator.testkit;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.CorrelationId;
import io.entente.policy.Cors;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.RequestSize;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policies of every kind, from a seed. */
public final class RandomPolicies {

  private static final List<Duration> WINDOWS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(30),
          Duration.ofDays(365),
          Duration.ofSeconds(90));

  private static final List<Function<Random, PolicyKind>> LATER =
      List.of(
          RandomBodies::jsonThreat,
          RandomBodies::xmlThreat,
          RandomBodies::injectionProtection,
          RandomAgents::botDetection,
          RandomAccess::basicAuth,
          RandomMediation::responseCache,
          RandomMediation::logMasking,
          random -> RandomUpstream.kind(0, random),
          random -> RandomUpstream.kind(1, random),
          random -> RandomUpstream.kind(2, random),
          random -> RandomUpstream.kind(3, random),
          RandomAccess::introspection,
          RandomPolicies::graphqlLimits,
          random -> new GraphqlIntrospection(random.nextInt(4) == 0),
          RandomAccess::consumerAccess,
          RandomPolicies::graphqlSchema,
          RandomOpenApi::any,
          RandomAccess::mtls);

  /** How many kinds there are. */
  public static final int KINDS = 12 + LATER.size();

  private static final int MOST_REQUESTS = 500;

  private final int step;
  private final List<Duration> windows;

  /**
   * @param step limits are multiples of it
   * @param more windows that say something of the vendor, besides those that all are asked for
   */
  public RandomPolicies(int step, Duration... more) {
    if (step < 1 || step > MOST_REQUESTS) {
      throw new IllegalArgumentException("step " + step + " is not in 1.." + MOST_REQUESTS);
    }
    this.step = step;
    this.windows = Stream.concat(WINDOWS.stream(), Stream.of(more)).toList();
  }

  public Policy any(Random random) {
    Mode mode = random.nextInt(8) == 0 ? Mode.OBSERVE : Mode.ENFORCE;
    return Policies.of("p", mode, kind(random.nextInt(KINDS), random));
  }

  /**
   * @param which 0 to {@link #KINDS} - 1, each a kind of its own
   */
  public PolicyKind kind(int which, Random random) {
    return switch (which) {
      case 0 -> rateLimit(random);
      case 1 -> headerTransform(random);
      case 2 -> ipFilter(random);
      case 3 -> cors(random);
      case 4 -> new TrafficLog(Duration.ofSeconds(1 + random.nextInt(60)), recording(random));
      case 5 -> spikeArrest(random);
      case 6 ->
          new Quota(
              step * (1 + random.nextInt(MOST_REQUESTS / step)),
              Quota.Period.values()[random.nextInt(4)],
              key(random),
              OnMissingKey.values()[random.nextInt(3)]);
      case 7 -> accessBlock(random);
      case 8 -> new RequestSize(1 + random.nextInt(2_000_000));
      case 9 ->
          new CorrelationId(
              "x-id-" + random.nextInt(3),
              CorrelationId.OnInbound.values()[random.nextInt(2)],
              random.nextBoolean());
      case 10 -> RandomAccess.apiKey(random);
      case 11 -> RandomAccess.jwt(random);
      default -> LATER.get(which - 12).apply(random);
    };
  }

  /** Half of them with limits that few gateways count. */
  private static GraphqlLimits graphqlLimits(Random random) {
    boolean more = random.nextBoolean();
    return new GraphqlLimits(
        Optional.of(1 + random.nextInt(6)),
        more ? Optional.of(1 + random.nextInt(50)) : Optional.empty(),
        more ? Optional.of(random.nextInt(50)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(1 + random.nextInt(3)) : Optional.empty());
  }

  private static GraphqlSchema graphqlSchema(Random random) {
    return new GraphqlSchema(
        "# größer als %d\ntype Query {\n  \"\"\"One & <all>\"\"\"\n  orders(first: Int = %d): [ID!]!\n}\n"
            .formatted(random.nextInt(3), random.nextInt(3)));
  }

  private static SpikeArrest spikeArrest(Random random) {
    return new SpikeArrest(
        1 + random.nextInt(200),
        SpikeArrest.Per.values()[random.nextInt(2)],
        random.nextBoolean() ? 1 : 1 + random.nextInt(20),
        key(random),
        OnMissingKey.values()[random.nextInt(3)]);
  }

  private static AccessBlock accessBlock(Random random) {
    return new AccessBlock(
        List.of(403, 410, 503).get(random.nextInt(3)),
        List.of("text/plain", "application/json").get(random.nextInt(2)),
        List.of("", "down\n", "{\"retry\": \"später\"}").get(random.nextInt(3)));
  }

  private RateLimit rateLimit(Random random) {
    return new RateLimit(
        step * (1 + random.nextInt(MOST_REQUESTS / step)),
        windows.get(random.nextInt(windows.size())),
        key(random),
        OnMissingKey.values()[random.nextInt(3)]);
  }

  public static LimitKey key(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new LimitKey.Route();
      case 1 -> new LimitKey.ClientIp();
      default -> new LimitKey.Header("x-client-" + random.nextInt(3));
    };
  }

  /** Each header once: of several edits of one header some may come to nothing. */
  private static HeaderTransform headerTransform(Random random) {
    return new HeaderTransform(
        List.of(edit("x-a", random), edit("x-b", random)), List.of(edit("x-c", random)));
  }

  /** Any edits, of few headers. */
  public static List<Edit> edits(Random random, int atMost) {
    var edits = new ArrayList<Edit>();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      edits.add(edit("x-" + "abc".charAt(random.nextInt(3)), random));
    }
    return edits;
  }

  private static Edit edit(String name, Random random) {
    String value = List.of("1", "2", "a:b", "a b", "$x", "", ":1").get(random.nextInt(7));
    return switch (random.nextInt(4)) {
      case 0 -> new Edit.Set(name, value);
      case 1 -> new Edit.AddIfAbsent(name, value);
      case 2 -> new Edit.Append(name, value);
      default -> new Edit.Remove(name);
    };
  }

  public static IpFilter ipFilter(Random random) {
    List<Cidr> allow = ranges(random, 3);
    return new IpFilter(allow, allow.isEmpty() ? ranges(random, 1, 3) : ranges(random, 2));
  }

  private static List<Cidr> ranges(Random random, int atMost) {
    return ranges(random, 0, atMost);
  }

  private static List<Cidr> ranges(Random random, int atLeast, int atMost) {
    return IntStream.range(0, atLeast + random.nextInt(atMost - atLeast + 1))
        .mapToObj(i -> range(random))
        .distinct()
        .toList();
  }

  public static Cidr range(Random random) {
    String address = "10." + random.nextInt(3) + "." + random.nextInt(3) + "." + random.nextInt(3);
    return Cidr.around(
        Cidr.parse(address).address(), List.of(8, 16, 24, 30, 32).get(random.nextInt(5)));
  }

  /** What a log keeps. */
  public static Recording recording(Random random) {
    return switch (random.nextInt(4)) {
      case 0, 1 -> Recording.ALL;
      case 2 -> Recording.AGGREGATE;
      default -> new ErrorsAndSample(List.of(2, 5, 40, 1_000_000).get(random.nextInt(4)));
    };
  }

  private static Cors cors(Random random) {
    boolean any = random.nextInt(4) == 0;
    List<String> origins =
        any
            ? List.of("*")
            : List.of("https://a.test", "https://b_c.test:8443").subList(0, 1 + random.nextInt(2));
    return new Cors(
        origins,
        List.of("GET", "PUT", "DELETE").subList(0, 1 + random.nextInt(3)),
        List.of("x-a", "x-b").subList(0, random.nextInt(3)),
        List.of("x-c").subList(0, random.nextInt(2)),
        !any && random.nextBoolean(),
        Duration.ofSeconds(random.nextInt(600)));
  }
}
