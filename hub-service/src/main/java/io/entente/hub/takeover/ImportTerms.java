package io.entente.hub.takeover;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.List;

/** Why an import, or giving back, is refused. */
final class ImportTerms {

  private static final String LOOK = "List what of the gateway can be imported, and look again.";

  private ImportTerms() {}

  static ProblemException unknown(String place) {
    return refused("IMPORT_PLACE_NOT_FOUND", "No policy was found at " + place + ".", place, LOOK);
  }

  static ProblemException alreadyOurs(String place) {
    return refused(
        "IMPORT_ALREADY_OURS",
        place + " is held by policies of Entente already.",
        place,
        "Change or delete those policies instead.");
  }

  static ProblemException impossible(String place, List<String> reasons) {
    return refused(
        "IMPORT_NOT_POSSIBLE",
        place + " cannot be imported as it is. " + String.join(" ", reasons),
        place,
        "Leave it to whoever made it, or write a policy by hand and remove it.");
  }

  static ProblemException moved(String place) {
    return refused(
        "IMPORT_BASE_MOVED",
        place + " is not what you looked at any more, or other documents would be made of it.",
        place,
        LOOK);
  }

  static ProblemException needsApprover(String place) {
    return refused(
        "IMPORT_NEEDS_APPROVER",
        place + " says more than its policy, and that may let through what the policy keeps out.",
        place,
        "Have it imported by somebody who may approve plans as well.");
  }

  static ProblemException overtaken(String document) {
    return refused(
        "IMPORT_OVERTAKEN",
        "Somebody stored " + document + " while it was to be imported.",
        document,
        LOOK);
  }

  static ProblemException noTakeover(GatewayId gateway, long id) {
    return refused(
        "TAKEOVER_NOT_FOUND",
        "Nothing that was taken over on gateway "
            + gateway
            + " has this number, or it was given"
            + " back already.",
        String.valueOf(id),
        "List what is taken over on the gateway.");
  }

  private static ProblemException refused(String code, String text, String value, String next) {
    return new ProblemException(Problem.user(code, text, "places", value, next));
  }
}
