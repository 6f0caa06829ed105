package io.entente.policy.resolution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds on one route, and what does not.
 *
 * @param target the route
 * @param effective in order of application: kind name, then widest target first, then rising
 *     priority, then name; of two edits of one header the later has the last word. For everybody
 *     whom {@code callers} does not name, and where nobody knows who calls
 * @param losers sorted by name
 * @param callers those for whom some policies are meant apart, sorted by their first name
 */
public record RouteResolution(
    RouteTarget target,
    List<EffectivePolicy> effective,
    List<Loser> losers,
    List<CallerResolution> callers) {

  public RouteResolution {
    effective = List.copyOf(effective);
    losers = List.copyOf(losers);
    callers = List.copyOf(callers);
  }

  /** The same for everybody. */
  public RouteResolution(RouteTarget target, List<EffectivePolicy> effective, List<Loser> losers) {
    this(target, effective, losers, List.of());
  }

  /** What holds for a caller; empty where nobody knows who calls. */
  public List<EffectivePolicy> effective(Optional<String> caller) {
    return caller
        .flatMap(name -> callers.stream().filter(set -> set.consumers().contains(name)).findFirst())
        .map(CallerResolution::effective)
        .orElse(effective);
  }

  /** What holds for anybody; a policy as often as it does. */
  public Stream<EffectivePolicy> everywhere() {
    return Stream.concat(
        effective.stream(), callers.stream().flatMap(set -> set.effective().stream()));
  }

  /** What loses for anybody, each once. */
  public Stream<Loser> lostAnywhere() {
    return Stream.concat(losers.stream(), callers.stream().flatMap(set -> set.losers().stream()))
        .distinct();
  }
}
