package io.entente.cli.offline;

import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Translations of random policies, one of some of the kinds each. */
final class Worlds {

  private Worlds() {}

  static OfflineTranslation translated(String target, long seed) {
    return OfflineTranslation.of(
        new OfflineDocuments(List.of(), policies(seed), List.of()),
        Targets.find(target),
        new OfflineTranslation.Circumstances(
            Optional.empty(), Map.of(), 1, Map.of(), Estate.empty()));
  }

  /** Never a traffic log, which no target without a hub has. */
  private static List<Policy> policies(long seed) {
    var random = new Random(seed);
    var kinds = new RandomPolicies(1);
    var policies = new ArrayList<Policy>();
    for (int which = 0; which < RandomPolicies.KINDS; which++) {
      PolicyKind kind = kinds.kind(which, random);
      boolean wanted = seed % RandomPolicies.KINDS == which || random.nextInt(8) == 0;
      if (wanted && !(kind instanceof TrafficLog)) {
        policies.add(Policies.enforcing("p" + which, kind));
      }
    }
    return policies;
  }
}
