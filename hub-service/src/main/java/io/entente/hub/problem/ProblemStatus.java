package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import java.util.Map;

/** The HTTP status of a problem, by its code and kind. */
final class ProblemStatus {

  private static final Map<String, Integer> BY_CODE =
      Map.of(
          "DOCUMENT_TOO_LARGE", 413,
          "GATEWAY_OBSERVE_ONLY", 409,
          "PLAN_STALE", 409,
          "PLAN_HASH_MISMATCH", 409,
          "APPLY_IN_PROGRESS", 409,
          "GATEWAY_IN_USE", 409,
          "CREDENTIAL_LIMIT", 409,
          "OVERLOADED", 503);

  private ProblemStatus() {}

  static int of(Problem problem) {
    Integer known = BY_CODE.get(problem.code());
    if (known != null) {
      return known;
    }
    if (problem.code().endsWith("_NOT_FOUND") || problem.code().startsWith("UNKNOWN_GATEWAY")) {
      return 404;
    }
    if (problem.code().endsWith("_CONFLICT") || problem.code().endsWith("_STATE")) {
      return 409;
    }
    return switch (problem.kind()) {
      case USER -> 400;
      case VENDOR -> 502;
      case INTERNAL -> 500;
    };
  }
}
