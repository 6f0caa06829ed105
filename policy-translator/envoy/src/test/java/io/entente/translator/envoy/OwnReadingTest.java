package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.IpFilter;
import io.entente.policy.Jwt;
import io.entente.translator.TranslationRequest;
import io.entente.translator.envoy.reverse.EnvoyReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Documents of ours that somebody else has changed. */
class OwnReadingTest {

  private static Reading read(String golden, UnaryOperator<Node.Obj> route, int host)
      throws Exception {
    TranslationRequest request =
        Requests.read(
            GoldenCases.request(Path.of("src", "test", "resources", "golden").resolve(golden)));
    ReverseRequest held = Held.after(request, new EnvoyTranslator().translate(request));
    var observed = new TreeMap<>(held.observed());
    observed.computeIfPresent(
        EnvoyNames.ROUTES,
        (key, object) ->
            NativeObject.foreign(
                key,
                new Content.Tree(
                    changed((Node.Obj) ((Content.Tree) object.content()).root(), host, route))));
    return new EnvoyReverse()
        .read(
            new ReverseRequest(
                held.gateway(), held.profile(), held.apis(), observed, held.blobs()));
  }

  /** With the first route of one host changed. */
  private static Node changed(Node.Obj root, int host, UnaryOperator<Node.Obj> change) {
    var hosts = new ArrayList<>(Requests.items(root, "virtual_hosts"));
    var one = (Node.Obj) hosts.get(host);
    var routes = new ArrayList<>(Requests.items(one, "routes"));
    routes.set(0, change.apply((Node.Obj) routes.get(0)));
    hosts.set(host, one.with("routes", Node.arr(routes)));
    return root.with("virtual_hosts", Node.arr(hosts));
  }

  private static Node.Obj without(Node.Obj route, String filter) {
    var filters = (Node.Obj) Requests.field(route, "typed_per_filter_config");
    return route.with("typed_per_filter_config", filters.without(filter));
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(Reverse.class)).hasExactlyElementsOfTypes(EnvoyReverse.class);
  }

  @Test
  void tokensWithoutTheRulesThatJudgeThemAreNoPolicy() throws Exception {
    // When
    Reading whole = read("046-jwt-of-inline-keys", route -> route, 0);
    Reading half = read("046-jwt-of-inline-keys", route -> without(route, "entente.jwt.rules"), 0);

    // Then
    assertThat(whole.policies()).extracting(FoundPolicy::kind).hasOnlyElementsOfType(Jwt.class);
    assertThat(whole.remainder()).isEmpty();
    assertThat(half.policies()).isEmpty();
    assertThat(half.remainder()).containsKey(EnvoyNames.ROUTES);
    assertThat(half.reasons().get(EnvoyNames.ROUTES)).contains("jwt_authn.v3.PerRouteConfig");
  }

  @Test
  void aRouteToAClusterWithoutANameSaysNothingOfOne() throws Exception {
    // When
    Reading reading =
        read(
            "100-timeout",
            route ->
                route.with(
                    "route",
                    ((Node.Obj) Requests.field(route, "route")).with("cluster", Node.text(" "))),
            0);

    // Then
    assertThat(reading.remainder()).containsKey(EnvoyNames.ROUTES);
  }

  @Test
  void eachIpFilterIsFoundByItself() throws Exception {
    // When
    Reading reading = read("016-ip-filters-all-hold", route -> route, 0);

    // Then
    assertThat(reading.policies())
        .hasSizeGreaterThan(1)
        .allMatch(found -> found.kind() instanceof IpFilter)
        .allMatch(found -> found.reach() instanceof Reach.Routes);
    assertThat(reading.remainder()).isEmpty();
  }

  @Test
  void aRouteOfWhichOneCopySaysSomethingElseIsTwoNativePlaces() throws Exception {
    // When
    Reading same = read("009-several-limits-several-nodes-and-hosts", route -> route, 0);
    Reading other =
        read(
            "009-several-limits-several-nodes-and-hosts",
            route -> without(route, "entente.rate_limit.1"),
            0);

    // Then
    assertThat(same.policies()).allMatch(found -> found.reach() instanceof Reach.Routes);
    assertThat(same.remainder()).isEmpty();
    assertThat(other.policies()).anyMatch(found -> found.reach() instanceof Reach.Native);
    assertThat(other.remainder()).containsKey(EnvoyNames.ROUTES);
  }
}
