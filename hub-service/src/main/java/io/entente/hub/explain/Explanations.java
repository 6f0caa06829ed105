package io.entente.hub.explain;

import io.entente.hub.apply.Conditions;
import io.entente.hub.apply.LastApplied;
import io.entente.hub.drift.DriftService;
import io.entente.hub.plan.AdoptionText;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.ProblemText;
import io.entente.hub.plan.ReviewText;
import io.entente.hub.plan.Transactions;
import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.PlaceSources;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Explains routes from the documents of now and from what was applied last. Blocks. */
@Singleton
public final class Explanations {

  private final GatewayEstate estate;
  private final Transactions transactions;
  private final LastApplied lastApplied;
  private final Conditions conditions;
  private final DriftService drift;

  public Explanations(
      GatewayEstate estate,
      Transactions transactions,
      LastApplied lastApplied,
      Conditions conditions,
      DriftService drift) {
    this.estate = estate;
    this.transactions = transactions;
    this.lastApplied = lastApplied;
    this.conditions = conditions;
    this.drift = drift;
  }

  /**
   * The explanation.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND, API_NOT_FOUND (also when it is not on the gateway)
   *     or ROUTE_NOT_FOUND
   */
  public Node of(String gateway, String api, String route) {
    var target =
        new RouteTarget(PathNames.gateway(gateway), PathNames.api(api), PathNames.route(route));
    estate.gateway(target.gateway());
    var desired = Desired.of(estate, target.gateway(), estate.lastObserved(target.gateway()));
    var resolution = resolution(desired, target);
    String place = target.api() + "/" + target.route();
    Predicate<ClaimSource> concerns = source -> concerns(resolution, source);
    var last = transactions.call(c -> lastApplied.of(c, target.gateway()));
    var translation = desired.translation();

    var fields = new TreeMap<String, Node>();
    fields.put("gateway", Node.text(gateway));
    fields.put("api", Node.text(api));
    fields.put("route", Node.text(route));
    fields.put("effective", ResolutionText.effective(resolution));
    fields.put("losers", ResolutionText.losers(resolution));
    fields.put("callers", ResolutionText.callers(resolution));
    fields.put("objects", ClaimedText.of(translation.objects(), last, concerns));
    fields.put(
        "fidelity",
        Node.arr(
            translation.fidelity().entries().stream()
                .filter(entry -> entry.target().equals(place))
                .map(ReviewText::entry)
                .toList()));
    fields.put(
        "shadowed",
        ReviewText.shadowed(
            translation.shadowed().stream()
                .filter(shadowed -> shadowed.target().equals(place))
                .toList()));
    fields.put(
        "refusals", Node.arr(translation.refusals().stream().map(ProblemText::write).toList()));
    fields.put(
        "conditions", transactions.call(c -> Node.arr(conditions.on(c, target.gateway(), place))));
    fields.put(
        "adopted",
        AdoptionText.held(
            desired.adopted().held().stream()
                .filter(held -> sources(desired, held).stream().anyMatch(concerns))
                .toList()));
    fields.put("drift", Node.arr(drift.open(target.gateway().value(), concerns)));
    return Node.obj(fields);
  }

  /** Policies that hold here, the API, and the frame that all routes of the gateway stand on. */
  private static boolean concerns(RouteResolution resolution, ClaimSource source) {
    if (source instanceof ClaimSource.OfPolicy of) {
      return resolution
          .everywhere()
          .anyMatch(holding -> holding.policy().id().policy().equals(of.version().policy()));
    }
    return source instanceof ClaimSource.OfFoundation
        || (source instanceof ClaimSource.OfApi of && of.api().equals(resolution.target().api()));
  }

  private static Set<ClaimSource> sources(Desired desired, Adoption held) {
    var object = desired.translation().objects().get(held.key());
    return object == null ? Set.of() : PlaceSources.of(held.path(), object.claims());
  }

  private static RouteResolution resolution(Desired desired, RouteTarget target) {
    var found = desired.resolutions().get(target);
    if (found != null) {
      return found;
    }
    boolean known =
        desired.resolutions().keySet().stream().anyMatch(at -> at.api().equals(target.api()));
    throw known ? Missing.route(target.route().value()) : Missing.api(target.api().value());
  }
}
