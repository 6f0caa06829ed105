package io.entente.hub.takeover;

import io.entente.translator.reverse.FoundPolicy;
import java.util.List;
import java.util.Optional;

/**
 * One native place in which policies were found.
 *
 * @param place as printed
 * @param found what it says as policies, at least one
 * @param candidate what an import would make of it; empty where it cannot be imported
 * @param reasons why it cannot be; empty where it can
 */
record PlaceFound(
    String place, List<FoundPolicy> found, Optional<Candidate> candidate, List<String> reasons) {

  PlaceFound {
    found = List.copyOf(found);
    reasons = List.copyOf(reasons);
    if (candidate.isPresent() != reasons.isEmpty()) {
      throw new IllegalArgumentException(place + " can be imported and cannot, or neither");
    }
  }

  static PlaceFound possible(Candidate candidate, List<FoundPolicy> found) {
    return new PlaceFound(candidate.theirs().toString(), found, Optional.of(candidate), List.of());
  }

  static PlaceFound impossible(String place, List<FoundPolicy> found, List<String> reasons) {
    return new PlaceFound(place, found, Optional.empty(), reasons);
  }

  /** The same, found out to be impossible. */
  PlaceFound refused(String reason) {
    return impossible(place, found, List.of(reason));
  }

  /** The same, with what a trial made of the candidate. */
  PlaceFound with(Candidate tried) {
    return possible(tried, found);
  }
}
