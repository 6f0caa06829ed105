package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;

/** What was asked for by a name that nothing has. */
public final class Missing {

  private Missing() {}

  public static ProblemException gateway(String name) {
    return new ProblemException(
        Problem.user(
            "GATEWAY_NOT_FOUND",
            text("gateway", name),
            "gateway",
            PathNames.shown(name),
            "List the gateways for the names in use."));
  }

  public static ProblemException api(String name) {
    return new ProblemException(
        Problem.user(
            "API_NOT_FOUND",
            text("API", name),
            "api",
            PathNames.shown(name),
            "List the APIs, and the gateways that each is bound to."));
  }

  public static ProblemException route(String name) {
    return new ProblemException(
        Problem.user(
            "ROUTE_NOT_FOUND",
            text("route", name),
            "route",
            PathNames.shown(name),
            "Read the API's document for its routes."));
  }

  public static ProblemException policy(String name) {
    return new ProblemException(
        Problem.user(
            "POLICY_NOT_FOUND",
            text("policy", name),
            "policy",
            PathNames.shown(name),
            "List the policies for the names in use."));
  }

  public static ProblemException credential(String id) {
    return new ProblemException(
        Problem.user(
            "CREDENTIAL_NOT_FOUND",
            text("credential", id),
            "credential",
            PathNames.shown(id),
            "List the gateway's credentials."));
  }

  public static ProblemException resource(String id) {
    return new ProblemException(
        Problem.user(
            "RESOURCE_NOT_FOUND",
            text("resource", id),
            "resource",
            PathNames.shown(id),
            "List the gateway's objects for the names in use."));
  }

  private static String text(String what, String name) {
    return "There is no " + what + " '" + PathNames.shown(name) + "'.";
  }
}
