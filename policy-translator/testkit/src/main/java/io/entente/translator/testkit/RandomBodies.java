package io.entente.translator.testkit;

import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.JsonThreat;
import io.entente.policy.NamedPattern;
import io.entente.policy.OtherBodies;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import java.util.List;
import java.util.Random;

/** Policies about bodies, from a seed; small, so that bodies meet their limits. */
public final class RandomBodies {

  private RandomBodies() {}

  public static JsonThreat jsonThreat(Random random) {
    return new JsonThreat(
        1 + random.nextInt(5),
        1 + random.nextInt(5),
        1 + random.nextInt(5),
        1 + random.nextInt(8),
        1 + random.nextInt(12),
        20 + random.nextInt(200),
        others(random));
  }

  public static XmlThreat xmlThreat(Random random) {
    return new XmlThreat(
        1 + random.nextInt(5),
        1 + random.nextInt(5),
        1 + random.nextInt(4),
        1 + random.nextInt(8),
        1 + random.nextInt(12),
        1 + random.nextInt(12),
        40 + random.nextInt(200),
        others(random));
  }

  /** Of any kind. */
  public static PolicyKind any(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> jsonThreat(random);
      case 1 -> xmlThreat(random);
      default -> injectionProtection(random);
    };
  }

  /** At most two places of three, so that another can be put in place of one. */
  public static InjectionProtection injectionProtection(Random random) {
    List<InjectionFamily> families =
        List.of(InjectionFamily.values()).subList(0, random.nextInt(3));
    List<NamedPattern> patterns =
        List.of(
                new NamedPattern("one", "(?i)b(a|4)d."),
                new NamedPattern("two", "^/v1.*x+$"),
                new NamedPattern("three", "[^a-z/.?=-][0-9]"))
            .subList(random.nextInt(2), 2 + random.nextInt(2));
    List<In> in =
        List.of(
                List.of(In.PATH),
                List.of(In.QUERY, In.BODY),
                List.of(In.PATH, In.QUERY),
                List.<In>of())
            .get(random.nextInt(4));
    return new InjectionProtection(
        families,
        patterns,
        in,
        in.isEmpty() || random.nextBoolean() ? List.of("x-looked-at") : List.of());
  }

  private static OtherBodies others(Random random) {
    return OtherBodies.values()[random.nextInt(2)];
  }
}
