package io.entente.hub.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A problem document (RFC 9457) with our members. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ProblemBody(
    String type,
    String title,
    int status,
    String code,
    ProblemKind kind,
    String detail,
    Optional<String> path,
    Optional<String> value,
    String nextStep,
    List<ProblemBody> problems) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** The body for one or more problems; the first one speaks for all. */
  static ProblemBody of(int status, List<Problem> problems) {
    List<ProblemBody> all =
        problems.size() < 2
            ? List.of()
            : problems.stream().map(p -> one(status, p, List.of())).toList();
    return one(status, problems.get(0), all);
  }

  private static ProblemBody one(int status, Problem problem, List<ProblemBody> all) {
    return new ProblemBody(
        "urn:entente:problem:" + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'),
        problem.code().charAt(0)
            + problem.code().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
        status,
        problem.code(),
        problem.kind(),
        problem.message(),
        problem.path(),
        problem.value(),
        problem.nextStep(),
        all);
  }
}
