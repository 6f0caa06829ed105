package io.entente.policy.generated;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
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

  private static OtherBodies others(Random random) {
    return OtherBodies.values()[random.nextInt(2)];
  }
}
