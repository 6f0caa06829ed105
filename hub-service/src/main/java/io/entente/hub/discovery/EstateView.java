package io.entente.hub.discovery;

import io.entente.hub.discovery.FoundApiView.RouteView;
import io.entente.hub.estate.Estate;
import io.entente.hub.policy.Policies;
import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.model.estate.Api;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The estate as it is shown. Blocks. */
@Singleton
public final class EstateView {

  private final Estate estate;
  private final Policies policies;
  private final Discovered discovered;

  public EstateView(Estate estate, Policies policies, Discovered discovered) {
    this.estate = estate;
    this.policies = policies;
    this.discovered = discovered;
  }

  EstatePage page(EstateQuery query) {
    var estateRows = rows();
    List<EstateRow> rows =
        estateRows.all().stream()
            .filter(query::takes)
            .sorted(Comparator.comparing(EstateRow::key))
            .toList();
    List<EstateRow> after =
        rows.stream().filter(row -> row.key().compareTo(query.after()) > 0).toList();
    List<EstateRow> shown = after.stream().limit(query.limit()).toList();
    return new EstatePage(
        Hash.ofText(estateRows.pictures() + shown).hex(),
        rows.size(),
        shown,
        shown.size() == after.size()
            ? Optional.empty()
            : Optional.of(shown.get(shown.size() - 1).key()),
        estateRows.unread());
  }

  /**
   * One that no document names.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND or API_NOT_FOUND
   */
  FoundApiView found(String gatewayName, String ref) {
    var gateway = estate.requireGateway(PathNames.gateway(gatewayName)).gateway();
    var known = discovered.of(gateway);
    var api = known.findings().api(ref).orElseThrow(() -> Missing.api(ref));
    var rows = rows();
    rows.all();
    List<FoundRoute> left = rows.left(gateway, api);
    Set<String> taken =
        estate.apis().stream().map(one -> one.name().value()).collect(Collectors.toSet());
    return new FoundApiView(
        gateway.id().value(),
        gateway.vendor().label(),
        api.ref(),
        api.form(),
        api.name(),
        api.labels(),
        known.at(),
        left.stream()
            .map(route -> RouteView.of(known.findings(), new Findings.Held(api, route)))
            .toList(),
        ReadyApi.of(gateway, api, left, taken));
  }

  /**
   * Where an Api document's routes are.
   *
   * @throws ProblemException API_NOT_FOUND
   */
  ApiPlaces api(String name) {
    Api api = estate.api(PathNames.api(name)).orElseThrow(() -> Missing.api(name));
    return new ApiPlaces(
        name,
        api.hosts(),
        estate.gateways().stream()
            .map(document -> document.gateway())
            .filter(gateway -> api.isOn(gateway.id()))
            .map(gateway -> ApiPlaces.on(gateway, api, discovered.of(gateway)))
            .toList());
  }

  EstateRows rows() {
    return new EstateRows(estate.gateways(), estate.apis(), policies.current(), discovered);
  }
}
