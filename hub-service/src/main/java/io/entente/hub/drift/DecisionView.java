package io.entente.hub.drift;

import io.entente.hub.plan.AdoptionText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision about drift as the API shows it. Values are short texts, secrets by reference, files
 * by hash.
 *
 * @param decision ADOPT or IGNORE
 * @param policyValue what the documents wanted, or had applied, there at that instant
 * @param gatewayValue what was found instead
 * @param sources the documents concerned
 * @param until when ignoring ends
 * @param endedAs how it ended: WITHDRAWN, REPLACED, OVERTAKEN, GONE, EXPIRED or CHANGED
 */
public record DecisionView(
    long id,
    String gateway,
    String object,
    String path,
    int version,
    String decision,
    String policyValue,
    String gatewayValue,
    boolean file,
    List<String> sources,
    String reason,
    String by,
    Instant at,
    Optional<Instant> until,
    Optional<String> endedAs,
    Optional<Instant> endedAt,
    Optional<String> endedBy) {

  static DecisionView of(DriftDecision decision) {
    var what = decision.what();
    return new DecisionView(
        decision.id(),
        decision.gateway().value(),
        decision.key().toString(),
        decision.path().toString(),
        decision.version(),
        what instanceof DriftDecision.What.Adopt ? "ADOPT" : "IGNORE",
        AdoptionText.value(
            what instanceof DriftDecision.What.Adopt ? decision.wanted() : decision.was()),
        AdoptionText.value(decision.found()),
        decision.files(),
        decision.sources().stream().map(Object::toString).sorted().toList(),
        decision.reason(),
        decision.by(),
        decision.at(),
        what instanceof DriftDecision.What.Ignore ignore
            ? Optional.of(ignore.until())
            : Optional.empty(),
        decision.ended().map(end -> end.as().name()),
        decision.ended().map(DriftDecision.End::at),
        decision.ended().map(DriftDecision.End::by));
  }
}
