package io.entente.hub.takeover;

import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Difference;
import io.entente.reconciliation.PlaceSources;
import io.entente.reconciliation.TakenOver;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Shadowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries what an import would come to: resolves, translates and plans with it, as a plan would, and
 * keeps only what leaves the gateway as it is. Blocks on the estate; nothing is stored.
 */
final class ImportTrial {

  private final GatewayEstate stored;
  private final GatewayProfile profile;
  private final Snapshot observed;
  private final PlanService plans;
  private final Set<Difference> pending;

  private Map<NativePlace, PlaceFound> kept = new LinkedHashMap<>();
  private final Map<NativePlace, PlaceFound> refused = new LinkedHashMap<>();
  private Optional<Desired> last = Optional.empty();

  private ImportTrial(
      GatewayEstate stored, GatewayProfile profile, Snapshot observed, PlanService plans) {
    this.stored = stored;
    this.profile = profile;
    this.observed = observed;
    this.plans = plans;
    var now = Desired.of(stored, observed.gateway(), profile, observed.objects());
    this.pending = Set.copyOf(plans.draft(now, observed).differences());
  }

  /**
   * What the trial came to.
   *
   * @param places as given, each possible one with the documents that leave the gateway as it is
   * @param desired with all that are possible; empty when none is
   */
  record Outcome(List<PlaceFound> places, Optional<Desired> desired) {}

  /**
   * Tries all at once, and leaves out what changes anything until nothing does.
   *
   * @throws ProblemException when no plan of the gateway can be made even without them
   */
  static Outcome of(
      GatewayEstate stored,
      GatewayProfile profile,
      Snapshot observed,
      PlanService plans,
      List<PlaceFound> places) {
    var trial = new ImportTrial(stored, profile, observed, plans);
    for (PlaceFound place : places) {
      place.candidate().ifPresent(candidate -> trial.kept.put(candidate.theirs(), place));
    }
    while (!trial.kept.isEmpty() && !trial.settled()) {
      trial.last = Optional.empty();
    }
    var tried = new ArrayList<PlaceFound>();
    for (PlaceFound place : places) {
      tried.add(place.candidate().map(c -> trial.outcome(c.theirs())).orElse(place));
    }
    return new Outcome(tried, trial.kept.isEmpty() ? Optional.empty() : trial.last);
  }

  private PlaceFound outcome(NativePlace place) {
    return Optional.ofNullable(kept.get(place))
        .or(() -> Optional.ofNullable(refused.get(place)))
        .orElseThrow();
  }

  /** True when all that is kept leaves the gateway as it is; else some of it changed or went. */
  private boolean settled() {
    var bare = desired(List.of());
    if (refused(bare)) {
      return false;
    }
    var adoptions = new ArrayList<Adoption>();
    for (PlaceFound place : List.copyOf(kept.values())) {
      adoptions.addAll(keep(place, bare));
    }
    var desired = desired(adoptions);
    if (refused(desired)) {
      return false;
    }
    boolean stands = true;
    for (PlaceFound place : List.copyOf(kept.values())) {
      stands &= stands(place, desired);
    }
    return stands && changesNothing(desired);
  }

  private Desired desired(List<Adoption> adoptions) {
    var candidates = candidates();
    List<Api> apis = candidates.stream().flatMap(c -> c.apis().stream()).distinct().toList();
    List<Policy> policies = candidates.stream().flatMap(c -> c.policies().stream()).toList();
    List<Takeover> takeovers = candidates.stream().map(Candidate::takeover).toList();
    return Desired.of(
        new TrialEstate(stored, apis, policies, takeovers, adoptions),
        observed.gateway(),
        profile,
        observed.objects());
  }

  private boolean refused(Desired desired) {
    var problems = desired.translation().refusals();
    problems.forEach(problem -> refuse(about(problem), problem.message()));
    return !problems.isEmpty();
  }

  /** What no policy says of a place and stays as it is; none where it is not wanted at all. */
  private List<Adoption> keep(PlaceFound place, Desired bare) {
    var candidate = place.candidate().orElseThrow();
    var object = wanted(bare, candidate);
    if (object.isEmpty()) {
      return List.of();
    }
    try {
      var values = KeptValues.of(bare.dialect(), object.get(), candidate);
      kept.put(candidate.theirs(), place.with(candidate.keeping(values)));
      return values;
    } catch (KeptValues.NotKeptException e) {
      refuse(Set.of(candidate.theirs()), e.reason());
      return List.of();
    }
  }

  private static Optional<NativeObject> wanted(Desired desired, Candidate candidate) {
    return Optional.ofNullable(desired.translation().objects().get(candidate.theirs().key()))
        .filter(object -> TakenOver.claimed(object, candidate.theirs()));
  }

  private boolean changesNothing(Desired desired) {
    List<Difference> found;
    try {
      found = plans.draft(desired, observed).differences();
    } catch (ProblemException e) {
      refuse(Set.copyOf(kept.keySet()), e.problems().get(0).message());
      return false;
    }
    var more = found.stream().filter(difference -> !pending.contains(difference)).toList();
    for (Difference difference : more) {
      refuse(
          about(desired, difference),
          "Importing it would change %s at '%s'.".formatted(difference.key(), difference.path()));
    }
    last = Optional.of(desired);
    return more.isEmpty();
  }

  /** Whether translating again gives what is there, in its place. */
  private boolean stands(PlaceFound place, Desired desired) {
    var candidate = place.candidate().orElseThrow();
    var object = wanted(desired, candidate);
    if (object.filter(o -> same(desired, o, candidate)).isPresent()) {
      return true;
    }
    Optional<Shadowed> shadowed =
        desired.translation().shadowed().stream()
            .filter(one -> candidate.names().contains(one.policy().policy()))
            .findFirst();
    if (object.isEmpty() && shadowed.isPresent() && !candidate.overrides()) {
      // What is there acts instead of something wider already, and so must its policy.
      kept.put(candidate.theirs(), place.with(candidate.overriding()));
    } else {
      refuse(
          Set.of(candidate.theirs()),
          shadowed
              .map(Shadowed::reason)
              .orElse("With the policies there are, translating again does not give it as it is."));
    }
    return false;
  }

  private static boolean same(Desired desired, NativeObject object, Candidate candidate) {
    return TakenOver.at(desired.dialect(), object, candidate.theirs())
        .equals(Optional.of(candidate.found()));
  }

  private void refuse(Set<NativePlace> places, String reason) {
    for (NativePlace place : places) {
      Optional.ofNullable(kept.remove(place))
          .ifPresent(found -> refused.put(place, found.refused(reason)));
    }
  }

  /** Those whose policy the problem names; all when it names none. */
  private Set<NativePlace> about(Problem problem) {
    var named =
        candidates().stream()
            .filter(
                candidate ->
                    candidate.names().stream()
                        .anyMatch(
                            name ->
                                problem
                                    .path()
                                    .filter(path -> path.startsWith("policies[" + name + "]"))
                                    .isPresent()))
            .map(Candidate::theirs)
            .collect(Collectors.toSet());
    return named.isEmpty() ? Set.copyOf(kept.keySet()) : named;
  }

  /** Those whose policy made the difference; else those that bind an API; else all. */
  private Set<NativePlace> about(Desired desired, Difference difference) {
    var object = desired.translation().objects().get(difference.key());
    Set<ClaimSource> sources =
        object == null ? Set.of() : PlaceSources.of(difference.path(), object.claims());
    Set<PolicyName> names = new HashSet<>();
    for (ClaimSource source : sources) {
      if (source instanceof ClaimSource.OfPolicy of) {
        names.add(of.version().policy());
      }
    }
    var made =
        candidates().stream()
            .filter(candidate -> candidate.names().stream().anyMatch(names::contains))
            .map(Candidate::theirs)
            .collect(Collectors.toSet());
    if (!made.isEmpty()) {
      return made;
    }
    var binding =
        candidates().stream()
            .filter(candidate -> !candidate.apis().isEmpty())
            .map(Candidate::theirs)
            .collect(Collectors.toSet());
    return binding.isEmpty() ? Set.copyOf(kept.keySet()) : binding;
  }

  private List<Candidate> candidates() {
    return kept.values().stream().map(place -> place.candidate().orElseThrow()).toList();
  }
}
