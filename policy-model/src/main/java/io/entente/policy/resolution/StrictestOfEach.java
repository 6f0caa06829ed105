package io.entente.policy.resolution;

import io.entente.policy.PolicyKind;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of each part of the rules the strictest holds, wherever it comes from; so several policies may
 * hold, each by what no other is stricter in. The widest Override shuts out all that is nearer.
 */
final class StrictestOfEach implements Combination {

  /** The parts of {@code timeout}. */
  static final List<Function<PolicyKind, Optional<Duration>>> TIMEOUT =
      List.of(
          kind -> ((Timeout) kind).connect(),
          kind -> ((Timeout) kind).request(),
          kind -> ((Timeout) kind).idle());

  private final List<Function<PolicyKind, Optional<Duration>>> parts;

  /**
   * @param parts of which the shorter is the stricter; none is the least strict
   */
  StrictestOfEach(List<Function<PolicyKind, Optional<Duration>>> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Outcome combine(List<EffectivePolicy> policies) {
    Fence fence = Fence.of(policies);
    var admitted = policies.stream().filter(fence::admits).toList();
    var winners = new LinkedHashSet<EffectivePolicy>();
    for (var part : parts) {
      strictest(part, admitted).ifPresent(winners::add);
    }
    var losers = new ArrayList<Loser>();
    for (EffectivePolicy candidate : policies) {
      if (!winners.contains(candidate)) {
        losers.add(loser(candidate, winners, admitted, fence));
      }
    }
    return new Outcome(policies.stream().filter(winners::contains).toList(), losers);
  }

  /** Among equals the one that would replace the others. */
  private static Optional<EffectivePolicy> strictest(
      Function<PolicyKind, Optional<Duration>> part, List<EffectivePolicy> admitted) {
    Optional<Duration> least =
        admitted.stream().flatMap(each -> said(part, each).stream()).min(Duration::compareTo);
    var equallyStrict =
        admitted.stream()
            .filter(each -> least.isPresent() && said(part, each).equals(least))
            .toList();
    return equallyStrict.isEmpty()
        ? Optional.empty()
        : Optional.of(new Replace().combine(equallyStrict).holding().get(0));
  }

  private Loser loser(
      EffectivePolicy candidate,
      LinkedHashSet<EffectivePolicy> winners,
      List<EffectivePolicy> admitted,
      Fence fence) {
    var stricter =
        parts.stream()
            .filter(part -> said(part, candidate).isPresent())
            .flatMap(part -> strictest(part, admitted).stream())
            .findFirst()
            .orElse(winners.iterator().next());
    return fence.loser(stricter, candidate);
  }

  private static Optional<Duration> said(
      Function<PolicyKind, Optional<Duration>> part, EffectivePolicy policy) {
    return part.apply(policy.policy().spec().kind());
  }
}
