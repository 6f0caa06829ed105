package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostLayoutTest {

  @Test
  void narrowestMatchComesFirst() {
    // Given
    Api api =
        api(
            "a",
            List.of("*"),
            route("root", new PathMatch.Prefix("/")),
            route("long", new PathMatch.Prefix("/orders/eu")),
            route("short-get", new PathMatch.Prefix("/orders"), "GET"),
            route("short", new PathMatch.Prefix("/orders")),
            route("exact", new PathMatch.Exact("/o")));

    // When
    HostLayout layout = HostLayout.of(List.of(api));

    // Then
    assertThat(names(layout, "*"))
        .containsExactly("a/exact", "a/long", "a/short-get", "a/short", "a/root");
  }

  @Test
  void routesOfWiderHostsAreRepeatedAfterThoseOfNearerHosts() {
    // Given
    Api every = api("every", List.of("*"), route("x", new PathMatch.Exact("/x")));
    Api suffix = api("suffix", List.of("*.b.org"), route("r", new PathMatch.Prefix("/")));
    Api one = api("one", List.of("A.b.org"), route("r", new PathMatch.Prefix("/")));

    // When
    HostLayout layout = HostLayout.of(List.of(every, one, suffix));

    // Then
    assertThat(names(layout, "a.b.org")).containsExactly("one/r", "suffix/r", "every/x");
    assertThat(names(layout, "*.b.org")).containsExactly("suffix/r", "every/x");
    assertThat(names(layout, "*")).containsExactly("every/x");
    assertThat(layout.copies()).containsEntry("every/x", 3).containsEntry("one/r", 1);
  }

  @Test
  void equalMatchesOfOneHostCollideOnce() {
    // Given
    Api first = api("first", List.of("h.org", "*"), route("r", new PathMatch.Prefix("/")));
    Api second = api("second", List.of("*"), route("r", new PathMatch.Prefix("/")));

    // When
    List<Problem> collisions = HostLayout.of(List.of(first, second)).collisions();

    // Then
    assertThat(collisions).extracting(Problem::code).containsExactly("ROUTES_COLLIDE");
    assertThat(collisions.get(0).message()).contains("first/r", "second/r", "host *");
  }

  @Test
  void aHostCalledAnyKeepsApartFromEveryHost() {
    assertThat(EnvoyNames.virtualHost("*")).isNotEqualTo(EnvoyNames.virtualHost("any"));
  }

  private static List<String> names(HostLayout layout, String host) {
    return layout.hosts().getOrDefault(new HostPattern(host), List.of()).stream()
        .map(PlacedRoute::name)
        .toList();
  }

  private static Route route(String name, PathMatch match, String... methods) {
    return new Route(new RouteName(name), match, new TreeSet<>(List.of(methods)), Labels.none());
  }

  private static Api api(String name, List<String> hosts, Route... routes) {
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(),
        hosts,
        Optional.of(new Upstream(List.of(new Endpoint("127.0.0.1", 9000)), Duration.ofSeconds(1))),
        List.of(routes));
  }
}
