package io.entente.simulator.apigee.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.util.List;

/** A request that is answered with an error. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String TYPE = "type.googleapis.com/";

  private final Code code;
  private final transient ArrayNode details;

  private Refusal(Code code, String message, ArrayNode details) {
    super(message);
    this.code = code;
    this.details = details;
  }

  public static Refusal of(Code code, String message) {
    return new Refusal(code, message, Json.array());
  }

  public static Refusal invalid(String message) {
    return of(Code.INVALID_ARGUMENT, message);
  }

  public static Refusal notFound(String message) {
    return of(Code.NOT_FOUND, message);
  }

  /** Fields of a request that are unknown or mistyped. */
  public static Refusal badRequest(List<String> problems) {
    ArrayNode details = Json.array();
    ObjectNode detail = details.addObject().put("@type", TYPE + "google.rpc.BadRequest");
    ArrayNode fields = detail.putArray("fieldViolations");
    problems.forEach(problem -> fields.addObject().put("description", problem));
    return new Refusal(Code.INVALID_ARGUMENT, String.join("\n", problems), details);
  }

  /** Preconditions that do not hold. */
  public static Refusal precondition(String message, List<Violation> violations) {
    ArrayNode details = Json.array();
    ObjectNode detail = details.addObject().put("@type", TYPE + "google.rpc.PreconditionFailure");
    detail.set("violations", violations(violations));
    return new Refusal(Code.FAILED_PRECONDITION, message, details);
  }

  /** A bundle with errors. */
  public static Refusal badBundle(List<BundleViolation> violations) {
    ArrayNode details = Json.array();
    ObjectNode detail =
        details.addObject().put("@type", TYPE + "edge.configstore.bundle.BadBundle");
    ArrayNode list = detail.putArray("violations");
    for (BundleViolation violation : violations) {
      list.addObject()
          .put("filename", violation.filename())
          .put("description", violation.description());
    }
    return new Refusal(Code.INVALID_ARGUMENT, "bundle contains errors", details);
  }

  /** An error with a reason a client can switch on. */
  public static Refusal reason(Code code, String message, String reason) {
    ArrayNode details = Json.array();
    details
        .addObject()
        .put("@type", TYPE + "google.rpc.ErrorInfo")
        .put("reason", reason)
        .put("domain", "googleapis.com")
        .putObject("metadata")
        .put("service", "apigee.googleapis.com");
    return new Refusal(code, message, details);
  }

  /** As a list of {@code PreconditionFailure}. */
  public static ArrayNode violations(List<Violation> violations) {
    ArrayNode list = Json.array();
    for (Violation violation : violations) {
      list.addObject()
          .put("type", violation.type())
          .put("subject", violation.subject())
          .put("description", violation.description());
    }
    return list;
  }

  public Code code() {
    return code;
  }

  /** The error body. */
  public ObjectNode body() {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", code.status()).put("message", getMessage()).put("status", code.name());
    if (!details.isEmpty()) {
      error.set("details", details);
    }
    return body;
  }
}
