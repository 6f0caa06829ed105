package io.entente.hub.explain;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What holds on every route of an API, on every gateway it is on. */
public record ApiExplanation(String api, List<OnGateway> gateways) {

  public ApiExplanation {
    gateways = List.copyOf(gateways);
  }

  /**
   * The API on one gateway.
   *
   * @param problems why nothing, or not everything, can be said of this gateway
   */
  public record OnGateway(String gateway, List<Problem> problems, List<OnRoute> routes) {}

  /**
   * One route; a kind of policy that nobody wants there is not listed.
   *
   * @param kinds as they hold for everybody whom {@code callers} does not name
   * @param callers those for whom some kinds hold otherwise
   */
  public record OnRoute(String route, List<OnKind> kinds, List<ForCallers> callers) {}

  /**
   * Callers for whom policies are meant apart.
   *
   * @param consumers by the names the gateway knows them by
   * @param kinds only those in which something differs from what holds for everybody
   */
  public record ForCallers(List<String> consumers, List<OnKind> kinds) {}

  /**
   * One kind of policy on one route.
   *
   * @param holding those that hold, the last word last
   * @param losers those that are meant for the route and do not hold, and why
   * @param shadowed what others on the gateway keep from acting
   */
  public record OnKind(
      String kind, List<Holding> holding, List<Lost> losers, List<ShadowedBy> shadowed) {}

  /**
   * A policy that holds.
   *
   * @param from the kind of target through which it reaches the route
   * @param values what it says
   * @param fidelity how faithful its translation is; absent where there is none
   * @param objects what it comes to on this gateway, on all its routes there
   * @param drift how many places of that were changed by others
   */
  public record Holding(
      String policy,
      int version,
      String from,
      String merge,
      int priority,
      List<Setting> values,
      Optional<FidelityGrade> fidelity,
      List<CameTo> objects,
      int drift) {}

  /** One value of a policy. */
  public record Setting(String field, String value) {}

  /**
   * A native object, or parts of one.
   *
   * @param parts empty for the whole object
   * @param applied whether it was applied as it stands now
   */
  public record CameTo(String object, List<String> parts, boolean applied) {}

  /** A policy that gave way. */
  public record Lost(String policy, int version, String why, String winner, String reason) {}

  /** A policy that others' configuration keeps from acting. */
  public record ShadowedBy(String policy, int version, String by, String reason) {}
}
