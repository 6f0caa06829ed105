package io.entente.policy.resolution;

import io.entente.policy.HeaderTransform;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Timeout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Combines all the policies that reach one route, each kind by its own rule. */
final class Combinations {

  private Combinations() {}

  static RouteResolution combine(RouteTarget target, List<EffectivePolicy> reaching) {
    // observed and enforced policies combine apart: one that only reports must not switch off one
    // that acts
    var groups =
        reaching.stream()
            .sorted(Combination.ORDER)
            .collect(Collectors.groupingBy(Group::of, TreeMap::new, Collectors.toList()));
    var holding = new ArrayList<EffectivePolicy>();
    var losers = new ArrayList<Loser>();
    for (List<EffectivePolicy> group : groups.values()) {
      var outcome = ruleOf(group.get(0).policy().spec().kind()).combine(group);
      holding.addAll(outcome.holding());
      losers.addAll(outcome.losers());
    }
    holding.sort(
        Comparator.comparing((EffectivePolicy held) -> held.policy().spec().kind().kindName())
            .thenComparing(Combination.ORDER));
    losers.sort(Comparator.comparing(loser -> loser.policy().id()));
    return new RouteResolution(target, holding, losers);
  }

  private static Combination ruleOf(PolicyKind kind) {
    return switch (kind.combine()) {
      case ALL_APPLY -> new AllApply();
      case UNION ->
          new Union(
              kind instanceof HeaderTransform
                  ? HeaderClash::between
                  : (one, other) -> Optional.empty());
      case REPLACE -> new Replace();
      case STRICTEST ->
          kind instanceof Timeout
              ? new StrictestOfEach(StrictestOfEach.TIMEOUT)
              : new Strictest(Strictness.of(kind));
    };
  }

  private record Group(String kindName, Mode mode) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::kindName).thenComparing(Group::mode);

    static Group of(EffectivePolicy candidate) {
      var spec = candidate.policy().spec();
      return new Group(spec.kind().kindName(), spec.mode());
    }

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }
}
