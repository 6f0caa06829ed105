package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import java.util.Map;

/** The HTTP status of a problem, by its code and kind. */
final class ProblemStatus {

  private static final Map<String, Integer> BY_CODE =
      Map.ofEntries(
          Map.entry("DOCUMENT_TOO_LARGE", 413),
          Map.entry("GATEWAY_OBSERVE_ONLY", 409),
          Map.entry("PLAN_STALE", 409),
          Map.entry("PLAN_HASH_MISMATCH", 409),
          Map.entry("APPLY_IN_PROGRESS", 409),
          Map.entry("DRIFT_MOVED", 409),
          Map.entry("DRIFT_NOT_OPEN", 409),
          Map.entry("DECISION_NOT_IN_FORCE", 409),
          Map.entry("ADOPTION_NOT_POSSIBLE", 409),
          Map.entry("ADOPTION_NEEDS_APPROVER", 403),
          Map.entry("GATEWAY_IN_USE", 409),
          Map.entry("IMPORT_ALREADY_OURS", 409),
          Map.entry("IMPORT_BASE_MOVED", 409),
          Map.entry("IMPORT_NEEDS_APPROVER", 403),
          Map.entry("IMPORT_NOT_POSSIBLE", 409),
          Map.entry("IMPORT_OVERTAKEN", 409),
          Map.entry("CREDENTIAL_LIMIT", 409),
          Map.entry("CONNECTION_TEST_BUSY", 429),
          Map.entry("OVERLOADED", 503),
          Map.entry("PREVIEW_BUSY", 429),
          Map.entry("INGEST_TOKEN_INVALID", 401),
          Map.entry("INGEST_BODY_TOO_LARGE", 413),
          Map.entry("INGEST_BODY_TOO_SLOW", 408),
          Map.entry("INGEST_MEDIA_TYPE", 415),
          Map.entry("INGEST_BUSY", 503),
          Map.entry("TRAFFIC_EXPORT_BUSY", 503),
          Map.entry("TRAFFIC_BACKLOG_FULL", 503),
          Map.entry("TRAFFIC_NOT_ACKNOWLEDGED", 503),
          Map.entry("TRAFFIC_NOT_PUBLISHED", 503),
          Map.entry("TRAFFIC_PUBLISHER_CLOSED", 503));

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
