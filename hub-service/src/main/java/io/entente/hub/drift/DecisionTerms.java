package io.entente.hub.drift;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a decision about drift has to hold, and what is said when it does not. */
final class DecisionTerms {

  /** For longer nobody may look away; afterwards it is decided again. */
  static final Duration LONGEST = Duration.ofDays(90);

  private static final int LONGEST_REASON = 1_000;

  private DecisionTerms() {}

  static void reason(String reason) {
    if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw invalid(
          "reason",
          reason.isBlank() ? "" : reason.length() + " characters",
          "A decision needs a reason of 1 to " + LONGEST_REASON + " characters.",
          "Say in a sentence why, for whoever reads it next month.");
    }
  }

  static void until(Instant until, Instant now) {
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw invalid(
          "until",
          until.toString(),
          "Drift is ignored until an instant within the next " + LONGEST.toDays() + " days.",
          "Choose such an instant; decide again when it is over.");
    }
  }

  /** The same decision, as another kind or with what the documents want. */
  static DriftDecision changed(DriftDecision of, DriftDecision.What what, Optional<Node> wanted) {
    return new DriftDecision(
        of.id(),
        of.gateway(),
        of.key(),
        of.path(),
        of.version(),
        what,
        wanted,
        of.was(),
        of.found(),
        of.files(),
        of.sources(),
        of.reason(),
        of.by(),
        of.at(),
        of.ended());
  }

  static ProblemException unknownDrift(long id) {
    return user(
        "DRIFT_NOT_FOUND", "There is no such drift.", String.valueOf(id), "List the drift.");
  }

  static ProblemException unknownDecision(long id) {
    return user(
        "DECISION_NOT_FOUND", "There is no such decision.", String.valueOf(id), "List them.");
  }

  static ProblemException notOpen(OpenDrift row) {
    return user(
        "DRIFT_NOT_OPEN",
        "The drift of " + place(row) + " has ended: there is nothing left to decide.",
        String.valueOf(row.id()),
        "List the drift of gateway " + row.gateway() + " again.");
  }

  static ProblemException moved(OpenDrift row) {
    return user(
        "DRIFT_MOVED",
        place(row) + " holds another value than the one you saw.",
        String.valueOf(row.id()),
        "Look at the drift of gateway " + row.gateway() + " again and decide about what is there.");
  }

  static ProblemException notPossible(OpenDrift row, String why, String next) {
    return user(
        "ADOPTION_NOT_POSSIBLE",
        "What is at " + place(row) + " cannot be adopted: " + why + ".",
        String.valueOf(row.id()),
        next);
  }

  static ProblemException needsApprover(OpenDrift row) {
    return user(
        "ADOPTION_NEEDS_APPROVER",
        place(row) + " may keep somebody out: adopting what others wrote there may let them in.",
        String.valueOf(row.id()),
        "Ask somebody whose token may approve plans (plans:approve).");
  }

  static ProblemException conflict(DriftDecision decision) {
    return user(
        "DECISION_CONFLICT",
        "Another decision about " + decision.key() + " " + decision.path() + " is in force.",
        decision.gateway().value(),
        "Look at the decisions in force; withdraw that one first.");
  }

  static ProblemException notInForce(DriftDecision decision) {
    return user(
        "DECISION_NOT_IN_FORCE",
        "Decision " + decision.id() + " has ended.",
        String.valueOf(decision.id()),
        "List the decisions in force.");
  }

  private static String place(OpenDrift row) {
    return row.key() + (row.path().segments().isEmpty() ? "" : " " + row.path());
  }

  private static ProblemException user(String code, String message, String value, String next) {
    return new ProblemException(Problem.user(code, message, "drift", value, next));
  }

  private static ProblemException invalid(String path, String value, String message, String next) {
    return new ProblemException(Problem.user("INVALID_VALUE", message, path, value, next));
  }
}
