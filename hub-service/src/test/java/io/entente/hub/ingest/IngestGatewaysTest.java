package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.document.ApiDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IngestGatewaysTest {

  private static final GatewayId A = new GatewayId("kong-a");
  private static final GatewayId B = new GatewayId("kong-b");

  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Optional<RouteAttribution> answer = Optional.of(RouteAttribution.NONE);
  private boolean down;
  private final IngestGateways gateways =
      new IngestGateways(
          gateway -> {
            asked.incrementAndGet();
            if (down) {
              throw new IllegalStateException("no database");
            }
            return answer;
          },
          () -> now);

  @Test
  void asksAgainOnlyAfterSomeSeconds() {
    gateways.routes(A);
    gateways.routes(A);
    assertThat(asked).hasValue(1);
    now = now.plusSeconds(6);
    gateways.routes(A);
    assertThat(asked).hasValue(2);
  }

  @Test
  void ofManyThatComeWhenItIsTimeOneAsksAndTheOthersGoOn() {
    // Given
    assertThat(gateways.known(A)).isEmpty();
    gateways.routes(A);
    assertThat(gateways.known(A)).isPresent();
    // When
    now = now.plusSeconds(6);
    // Then
    assertThat(gateways.known(A)).as("the one that asks").isEmpty();
    assertThat(gateways.known(A)).isPresent();
    assertThat(gateways.known(A)).isPresent();
    assertThat(asked).hasValue(1);
    gateways.routes(A);
    assertThat(asked).hasValue(2);
    assertThat(gateways.known(A)).isPresent();
    now = now.plusSeconds(11);
    assertThat(gateways.known(A)).isEmpty();
    assertThat(gateways.known(A)).as("nobody knows for so long").isEmpty();
  }

  @Test
  void aGatewayThatIsNoMoreIsLetInNoLonger() {
    assertThat(gateways.routes(A)).isPresent();
    answer = Optional.empty();
    now = now.plusSeconds(6);
    assertThat(gateways.routes(A)).isEmpty();
  }

  @Test
  void whatIsKnownHoldsWhileTheDatabaseDoesNotAnswer() {
    // Given
    gateways.routes(A);
    down = true;
    now = now.plusSeconds(60);
    // When // Then
    assertThat(gateways.routes(A)).isPresent();
    assertThatThrownBy(() -> gateways.routes(B)).hasMessage("no database");
  }

  @Test
  void attributesRoutesByTheNameOrIdTheDocumentBinds() {
    // Given
    var bound = new TreeMap<RouteName, String>();
    bound.put(new RouteName("list"), "orders-route");
    bound.put(new RouteName("one"), "a2038830-a691-473c-8cbd-7237483e35a4");
    RouteAttribution routes = BoundRoutes.of(A, List.of(api(new Binding(A, bound))));
    // When // Then
    assertThat(routes.of(Optional.of("x"), Optional.of("orders-route"))).contains(ours("list"));
    assertThat(routes.of(Optional.of("a2038830-a691-473c-8cbd-7237483e35a4"), Optional.empty()))
        .contains(ours("one"));
    assertThat(routes.of(Optional.of("x"), Optional.of("theirs"))).isEmpty();
    assertThat(
            BoundRoutes.of(B, List.of(api(new Binding(A, bound))))
                .of(Optional.empty(), Optional.of("orders-route")))
        .isEmpty();
  }

  private static ApiRoute ours(String route) {
    return new ApiRoute(new ApiName("orders"), new RouteName(route));
  }

  private static Api api(Binding binding) {
    Api read =
        ApiDocuments.read(
            YamlTree.readAll(
                    """
                apiVersion: entente.io/v1alpha1
                kind: Api
                metadata: {name: orders}
                spec:
                  gateways: [other]
                  hosts: ["*"]
                  upstream: {endpoints: [{host: 127.0.0.1, port: 80}], connectTimeout: 5s}
                  routes: [{name: list, path: {prefix: /a}}, {name: one, path: {prefix: /b}}]
                """,
                    TreeLimits.DOCUMENT)
                .get(0),
            1);
    return new Api(
        read.name(),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(binding),
        read.hosts(),
        read.upstream(),
        read.routes());
  }
}
