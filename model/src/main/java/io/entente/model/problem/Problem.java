package io.entente.model.problem;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is wrong.
 *
 * @param code stable, upper snake case, the same for the life of the product
 * @param kind whose move is next
 * @param message one sentence for a person; never holds a secret
 * @param path where: a document path such as {@code spec.rateLimit.window}, or an object path
 * @param value the offending value as text, if it is safe to repeat
 * @param nextStep what to do now
 */
public record Problem(
    String code,
    ProblemKind kind,
    String message,
    Optional<String> path,
    Optional<String> value,
    String nextStep) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  public Problem {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code '" + code + "' is not upper snake case");
    }
    if (message.isBlank()) {
      throw new IllegalArgumentException("message of " + code + " is blank");
    }
    if (nextStep.isBlank()) {
      throw new IllegalArgumentException("nextStep of " + code + " is blank");
    }
  }

  /** A problem of the caller's at {@code path} with {@code value}. */
  public static Problem user(
      String code, String message, String path, String value, String nextStep) {
    return new Problem(
        code, ProblemKind.USER, message, Optional.of(path), Optional.of(value), nextStep);
  }

  /** A problem of the caller's at {@code path}, where there is no value to repeat. */
  public static Problem user(String code, String message, String path, String nextStep) {
    return new Problem(
        code, ProblemKind.USER, message, Optional.of(path), Optional.empty(), nextStep);
  }

  /** A problem on the vendor's side. */
  public static Problem vendor(String code, String message, String path, String nextStep) {
    return new Problem(
        code, ProblemKind.VENDOR, message, Optional.of(path), Optional.empty(), nextStep);
  }

  /** A fault of our own. */
  public static Problem internal(String code, String message, String nextStep) {
    return new Problem(
        code, ProblemKind.INTERNAL, message, Optional.empty(), Optional.empty(), nextStep);
  }
}
