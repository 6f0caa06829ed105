package io.entente.policy.generated;

import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.JsonThreat;
import io.entente.policy.NamedPattern;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
import java.util.List;
import java.util.Random;

/** Random rules about bodies. */
final class GeneratedBodies {

  private GeneratedBodies() {}

  static JsonThreat jsonThreat(Random random) {
    return new JsonThreat(
        1 + random.nextInt(JsonThreat.DEEPEST),
        1 + random.nextInt(JsonThreat.MOST_MEMBERS),
        1 + random.nextInt(JsonThreat.MOST_MEMBERS),
        1 + random.nextInt(JsonThreat.LONGEST_NAME),
        1 + random.nextInt(JsonThreat.LARGEST_BODY),
        1 + random.nextInt(JsonThreat.LARGEST_BODY),
        others(random));
  }

  static XmlThreat xmlThreat(Random random) {
    return new XmlThreat(
        1 + random.nextInt(XmlThreat.DEEPEST),
        1 + random.nextInt(XmlThreat.MOST_CHILDREN),
        1 + random.nextInt(XmlThreat.MOST_ATTRIBUTES),
        1 + random.nextInt(XmlThreat.LONGEST_NAME),
        1 + random.nextInt(JsonThreat.LARGEST_BODY),
        1 + random.nextInt(JsonThreat.LARGEST_BODY),
        1 + random.nextInt(JsonThreat.LARGEST_BODY),
        others(random));
  }

  static InjectionProtection injectionProtection(Random random) {
    return new InjectionProtection(
        List.of(InjectionFamily.values()).subList(random.nextInt(3), 3 + random.nextInt(3)),
        List.of(
                new NamedPattern("curl", "^curl/[0-9]+"),
                new NamedPattern("a-1", "(?i)<(a|b)[^>]*"))
            .subList(0, random.nextInt(3)),
        List.of(In.values()).subList(0, random.nextInt(4)),
        List.of("referer", "x-a").subList(random.nextInt(2), 2));
  }

  private static OtherBodies others(Random random) {
    return OtherBodies.values()[random.nextInt(2)];
  }
}
