package io.entente.translator.testkit;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
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

  private static OtherBodies others(Random random) {
    return OtherBodies.values()[random.nextInt(2)];
  }
}
