package io.entente.connector.apigee;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Tells what a failed call means. */
final class Failures {

  private static final String LATER = "Look at the status of Google Cloud, then try again.";

  private Failures() {}

  /** An answer that is no success. */
  static ApigeeFailure answered(String what, int status, String body) {
    var said = GoogleMessage.of(body);
    String text = what + " answered " + status + ": " + said.text();
    if (status == 429) {
      return new ApigeeFailure(
          status,
          FailureClass.THROTTLED,
          Problem.vendor(
              ApigeeErrorCode.THROTTLED, text, what, "Lower requestsPerSecond, or try later."),
          false);
    }
    if (status >= 500) {
      return new ApigeeFailure(
          status,
          FailureClass.TRANSIENT,
          Problem.vendor(ApigeeErrorCode.SERVER_ERROR, text, what, LATER),
          true);
    }
    return switch (status) {
      case 401 ->
          refused(
              status,
              FailureClass.NO_PERMISSION,
              ApigeeErrorCode.UNAUTHENTICATED,
              text,
              what,
              "Store a credential that is still valid in Google's project.");
      case 403 ->
          refused(
              status,
              FailureClass.NO_PERMISSION,
              ApigeeErrorCode.FORBIDDEN,
              text,
              what,
              "Check the organisation's name and give the credential the Apigee roles needed.");
      case 404 ->
          refused(
              status,
              FailureClass.FIX_CONFIG,
              ApigeeErrorCode.NOT_FOUND,
              text,
              what,
              "Refresh the gateway and plan again.");
      case 409 -> conflict(status, text, what);
      case 400 ->
          said.status().equals("FAILED_PRECONDITION")
              ? conflict(status, text, what)
              : refused(
                  status,
                  FailureClass.FIX_CONFIG,
                  ApigeeErrorCode.REFUSED,
                  text,
                  what,
                  "Correct what Apigee names.");
      default ->
          refused(
              status,
              FailureClass.FIX_CONFIG,
              ApigeeErrorCode.REFUSED,
              text,
              what,
              "Check that the endpoint is the management API of Apigee.");
    };
  }

  private static ApigeeFailure conflict(int status, String text, String what) {
    return refused(
        status,
        FailureClass.FIX_CONFIG,
        ApigeeErrorCode.CONFLICT,
        text,
        what,
        "Find what stands against it; refresh and plan again.");
  }

  private static ApigeeFailure refused(
      int status, FailureClass failure, String code, String text, String what, String next) {
    return new ApigeeFailure(status, failure, Problem.user(code, text, what, next), false);
  }

  /** No answer, or half of one. */
  static ApigeeFailure broken(String what, IOException cause) {
    boolean late = cause instanceof SocketTimeoutException;
    boolean neverSent =
        cause instanceof ConnectException
            || cause instanceof NoRouteToHostException
            || cause instanceof UnknownHostException
            || (late && String.valueOf(cause.getMessage()).startsWith("Connect"));
    String why = late ? "no complete answer in time" : "the connection failed or broke";
    return new ApigeeFailure(
        0,
        FailureClass.TRANSIENT,
        Problem.vendor(
            late ? ApigeeErrorCode.TIMEOUT : ApigeeErrorCode.UNREACHABLE,
            what + ": " + why,
            what,
            LATER),
        !neverSent);
  }

  static ApigeeFailure tooLarge(String what, int limit) {
    return new ApigeeFailure(
        200,
        FailureClass.UNSUPPORTED,
        Problem.vendor(
            ApigeeErrorCode.ANSWER_TOO_LARGE,
            what + " answered more than " + limit + " bytes",
            what,
            "Split what the organisation holds over several."),
        true);
  }

  /** An answer of success whose content cannot be right. */
  static ApigeeFailure strange(String what, String found) {
    return new ApigeeFailure(
        200,
        FailureClass.TRANSIENT,
        Problem.vendor(
            ApigeeErrorCode.ANSWER_STRANGE,
            what + " answered " + found,
            what,
            "Check that the endpoint is the management API and that nothing alters its answers."),
        true);
  }

  static ApigeeFailure interrupted(String what, boolean mayHaveLanded) {
    return new ApigeeFailure(
        0,
        FailureClass.TRANSIENT,
        Problem.internal(ApigeeErrorCode.INTERRUPTED, what + " was interrupted", "Try again."),
        mayHaveLanded);
  }

  /** A fault in this connector; its message may hold anything and is not repeated. */
  static ApigeeFailure ofOurs(String what, Throwable fault) {
    return new ApigeeFailure(
        0,
        FailureClass.UNSUPPORTED,
        Problem.internal(
            ApigeeErrorCode.FAULT,
            what + " ended in a fault of ours: " + fault.getClass().getSimpleName(),
            "Report it with the time it happened."),
        true);
  }
}
