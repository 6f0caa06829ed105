package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongLogException;
import io.entente.hub.ingest.otlp.OtlpException;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Set;
import java.util.TreeSet;

/** Why a delivery is refused. None of these repeats anything that was delivered. */
final class IngestProblems {

  private IngestProblems() {}

  static ProblemException token() {
    return refuse(
        "INGEST_TOKEN_INVALID",
        "There is no token of a gateway here, or one that is not valid",
        "x-entente-gateway-token",
        "Apply the gateway's plan again: it installs the token in the log plugin.");
  }

  static ProblemException mediaType(Set<String> taken) {
    return refuse(
        "INGEST_MEDIA_TYPE",
        "Only "
            + String.join(" or ", new TreeSet<>(taken))
            + " is taken, plain or with Content-Encoding: gzip",
        "content-type",
        "Set the content type where the gateway delivers its logs.");
  }

  static ProblemException tooLarge(String what) {
    return refuse(
        "INGEST_BODY_TOO_LARGE",
        "The body is larger than this hub takes: " + what,
        "body",
        "Lower the batch size where the gateway delivers, or raise the limit under entente.ingest.");
  }

  static ProblemException malformed(String what) {
    return refuse(
        "INGEST_BODY_MALFORMED",
        "The body is not a log payload: " + what,
        "body",
        "Send what a gateway's log writes; nothing of this body was taken.");
  }

  static ProblemException of(KongLogException failure) {
    String what = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case MALFORMED, TOO_DEEP -> malformed(what);
      case TOO_MANY_ENTRIES -> tooLarge(what);
    };
  }

  static ProblemException of(OtlpException failure) {
    String what = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case MALFORMED -> malformed(what);
      case TOO_MANY_RECORDS -> tooLarge(what);
    };
  }

  static ProblemException tooSlow(String what) {
    return refuse(
        "INGEST_BODY_TOO_SLOW",
        "The body took too long to arrive: " + what,
        "body",
        "Look at the network between gateway and hub; nothing of this body was taken.");
  }

  static ProblemException busy() {
    return new ProblemException(
        Problem.internal(
            "INGEST_BUSY",
            "This hub takes in as many deliveries as it may already",
            "Deliver again after the time in Retry-After; nothing of this body was taken."));
  }

  private static ProblemException refuse(String code, String message, String path, String next) {
    return new ProblemException(Problem.user(code, message, path, next));
  }
}
