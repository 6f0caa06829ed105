package io.entente.connector.kong;

import com.fasterxml.jackson.core.JacksonException;
import io.entente.connector.kong.admin.ApiException;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemKind;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tells what a failed call means. */
final class Failures {

  private static final String LATER = "Look at the node and its log, then try again.";

  private Failures() {}

  /**
   * @param what the call, for people, such as {@code GET plugins}
   * @param hidden takes secrets out of what was answered
   */
  static AdminFailure of(String what, ApiException e, UnaryOperator<String> hidden) {
    if (e.getCause() != null || e.getCode() == 0) {
      return broken(what, e.getCause() == null ? e : e.getCause());
    }
    int status = e.getCode();
    var said = KongMessage.of(Optional.ofNullable(e.getResponseBody()).map(hidden));
    String text = what + " answered " + status + ": " + said.text();
    if (status == 429) {
      return failure(
          status,
          FailureClass.THROTTLED,
          vendor(KongErrorCode.THROTTLED, text, what, "Lower the rate, or try again later."),
          false);
    }
    if (status >= 500) {
      return failure(
          status,
          FailureClass.TRANSIENT,
          vendor(KongErrorCode.SERVER_ERROR, text, what, LATER),
          true);
    }
    return refused(status, what, said, text);
  }

  private static AdminFailure refused(int status, String what, KongMessage said, String text) {
    String path = said.field().orElse(what);
    return switch (status) {
      case 401 ->
          failure(
              status,
              FailureClass.NO_PERMISSION,
              user(
                  KongErrorCode.UNAUTHENTICATED,
                  text,
                  what,
                  "Store the token that the Admin API asks for as the gateway's credential."),
              false);
      case 403 ->
          failure(
              status,
              FailureClass.NO_PERMISSION,
              user(
                  KongErrorCode.FORBIDDEN,
                  text,
                  what,
                  "Give the credential's role the endpoints named, or let the hub's address in."),
              false);
      case 404 ->
          failure(
              status,
              FailureClass.FIX_CONFIG,
              user(KongErrorCode.NOT_FOUND, text, path, "Refresh the gateway and plan again."),
              false);
      case 405 ->
          failure(
              status,
              FailureClass.UNSUPPORTED,
              user(
                  KongErrorCode.UNSUPPORTED,
                  text,
                  path,
                  "Refresh the gateway: it works with another kind of storage than planned for."),
              false);
      case 409 ->
          failure(
              status,
              FailureClass.FIX_CONFIG,
              user(
                  KongErrorCode.CONFLICT,
                  text,
                  path,
                  "Find the entity that has this value or scope; refresh and plan again."),
              false);
      default ->
          failure(
              status,
              FailureClass.FIX_CONFIG,
              user(KongErrorCode.REFUSED, text, path, "Correct the document at the field named."),
              false);
    };
  }

  private static AdminFailure broken(String what, Throwable cause) {
    boolean neverSent =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnresolvedAddressException;
    if (cause instanceof JacksonException || cause instanceof CharacterCodingException) {
      return strange(what, "no JSON that is complete and valid");
    }
    if (cause instanceof LimitedBody.TooLong) {
      return failure(
          0,
          FailureClass.UNSUPPORTED,
          vendor(
              KongErrorCode.ANSWER_TOO_LARGE,
              what + ": " + cause.getMessage(),
              what,
              "Split the gateway's configuration."),
          true);
    }
    boolean late = cause instanceof HttpTimeoutException;
    String code = late ? KongErrorCode.TIMEOUT : KongErrorCode.UNREACHABLE;
    String why = late ? "no complete answer in time" : "the connection failed or broke";
    return failure(
        0, FailureClass.TRANSIENT, vendor(code, what + ": " + why, what, LATER), !neverSent);
  }

  /** An answer of success whose content cannot be right. */
  static AdminFailure strange(String what, String found) {
    return failure(
        200,
        FailureClass.TRANSIENT,
        vendor(
            KongErrorCode.ANSWER_STRANGE,
            what + " answered " + found,
            what,
            "Check that the address is the Admin API itself and that nothing alters its answers."),
        true);
  }

  static AdminFailure interrupted(String what, boolean mayHaveLanded) {
    return failure(
        0,
        FailureClass.TRANSIENT,
        Problem.internal(KongErrorCode.INTERRUPTED, what + " was interrupted", "Try again."),
        mayHaveLanded);
  }

  /** A fault in this connector; its message may hold anything and is not repeated. */
  static AdminFailure ofOurs(String what, Throwable fault) {
    return failure(
        0,
        FailureClass.UNSUPPORTED,
        Problem.internal(
            KongErrorCode.FAULT,
            what + " ended in a fault of ours: " + fault.getClass().getSimpleName(),
            "Report it with the version of the gateway."),
        true);
  }

  private static AdminFailure failure(
      int status, FailureClass failure, Problem problem, boolean mayHaveLanded) {
    return new AdminFailure(status, failure, problem, mayHaveLanded);
  }

  private static Problem vendor(String code, String message, String path, String next) {
    return Problem.vendor(code, message, path, next);
  }

  private static Problem user(String code, String message, String path, String next) {
    return new Problem(code, ProblemKind.USER, message, Optional.of(path), Optional.empty(), next);
  }
}
