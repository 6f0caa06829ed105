package io.entente.hub.takeover;

import io.entente.hub.preview.FidelityView;
import io.entente.model.identity.PolicyName;
import io.entente.translator.reverse.FoundPolicy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What of a gateway policies could take over as it is.
 *
 * @param readAt when the gateway was read for it
 * @param places in which policies were found and that are not ours
 * @param remainder what holds behaviour that no policy says
 */
public record ImportableView(
    String gateway, Instant readAt, List<Place> places, List<Remainder> remainder) {

  /**
   * One place.
   *
   * @param place to name it by in an import
   * @param possible whether it can be imported
   * @param reasons why not
   * @param seen to send with an import; absent where there can be none
   * @param found what it says
   * @param documents what an import stores, as YAML
   * @param kept paths of what no policy says and would stay by decision
   * @param fidelity of those policies, in full
   */
  public record Place(
      String place,
      boolean possible,
      List<String> reasons,
      Optional<String> seen,
      List<Found> found,
      List<String> documents,
      List<String> kept,
      List<FidelityView> fidelity) {}

  /**
   * A policy that was found.
   *
   * @param kind of policy
   * @param unexpressed what its place says beyond it, by path
   */
  public record Found(String kind, SortedMap<String, String> unexpressed) {

    static Found of(FoundPolicy found) {
      return new Found(found.kind().kindName(), found.unexpressed());
    }
  }

  /** An object that is left to whoever made it. */
  public record Remainder(String object, String reason) {}

  static ImportableView of(String gateway, Importable.Known known) {
    return new ImportableView(
        gateway,
        known.observed().takenAt(),
        known.trial().places().stream().map(place -> place(place, known.trial())).toList(),
        known.remainder().entrySet().stream().map(ImportableView::remainder).toList());
  }

  private static Place place(PlaceFound place, ImportTrial.Outcome trial) {
    Optional<Candidate> candidate = place.candidate();
    Set<PolicyName> names = new HashSet<>(candidate.map(Candidate::names).orElse(List.of()));
    return new Place(
        place.place(),
        candidate.isPresent(),
        place.reasons(),
        candidate.map(Candidate::seen),
        place.found().stream().map(Found::of).distinct().toList(),
        candidate.map(Candidate::documents).orElse(List.of()),
        candidate.map(Candidate::kept).orElse(List.of()).stream()
            .map(kept -> kept.path().toString())
            .toList(),
        trial.desired().stream()
            .flatMap(desired -> desired.translation().fidelity().entries().stream())
            .filter(entry -> names.contains(entry.policy().policy()))
            .map(FidelityView::of)
            .toList());
  }

  private static Remainder remainder(Map.Entry<?, String> entry) {
    return new Remainder(entry.getKey().toString(), entry.getValue());
  }
}
