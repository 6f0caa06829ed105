package io.entente.hub.explain;

import io.entente.hub.apply.LastApplied;
import io.entente.hub.drift.DriftService;
import io.entente.hub.estate.Estate;
import io.entente.hub.explain.ApiExplanation.OnGateway;
import io.entente.hub.explain.ApiExplanation.OnRoute;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.Transactions;
import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** Explains all routes of an API, with one translation for each gateway. Blocks. */
@Singleton
public final class ApiExplanations {

  private final Estate documents;
  private final GatewayEstate estate;
  private final Transactions transactions;
  private final LastApplied lastApplied;
  private final DriftService drift;

  public ApiExplanations(
      Estate documents,
      GatewayEstate estate,
      Transactions transactions,
      LastApplied lastApplied,
      DriftService drift) {
    this.documents = documents;
    this.estate = estate;
    this.transactions = transactions;
    this.lastApplied = lastApplied;
    this.drift = drift;
  }

  /**
   * The explanation; a gateway of which nothing can be said has problems instead.
   *
   * @throws ProblemException API_NOT_FOUND
   */
  public ApiExplanation of(String name) {
    Api api = documents.api(PathNames.api(name)).orElseThrow(() -> Missing.api(name));
    return new ApiExplanation(
        name,
        documents.gateways().stream()
            .map(document -> document.gateway())
            .filter(gateway -> api.isOn(gateway.id()))
            .map(gateway -> on(gateway, api))
            .toList());
  }

  private OnGateway on(Gateway gateway, Api api) {
    String name = gateway.id().value();
    Desired desired;
    try {
      desired = Desired.of(estate, gateway.id(), estate.lastObserved(gateway.id()));
    } catch (ProblemException e) {
      return new OnGateway(name, e.problems(), List.of());
    }
    var kinds =
        new RouteKinds(
            desired,
            transactions.call(connection -> lastApplied.of(connection, gateway.id())),
            drift.open(name));
    List<OnRoute> routes =
        desired.resolutions().values().stream()
            .filter(resolution -> resolution.target().api().equals(api.name()))
            .map(kinds::of)
            .toList();
    return new OnGateway(name, desired.translation().refusals(), routes);
  }
}
