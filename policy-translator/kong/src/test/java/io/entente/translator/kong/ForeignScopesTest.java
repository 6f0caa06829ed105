package io.entente.translator.kong;

import static io.entente.translator.kong.Foreign.BOUND;
import static io.entente.translator.kong.Foreign.KEY;
import static io.entente.translator.kong.Foreign.OFFICE;
import static io.entente.translator.kong.Foreign.ON_ROUTE;
import static io.entente.translator.kong.Foreign.ON_SERVICE;
import static io.entente.translator.kong.Foreign.kinds;
import static io.entente.translator.kong.Foreign.plugin;
import static io.entente.translator.kong.Foreign.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.RequestSize;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Held;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which requests an instance is about, and documents that hold several. */
class ForeignScopesTest {

  @Test
  void aServiceOfOneRouteIsReadAsThatRouteAndOfTwoIsNotCountedApart() {
    // Given
    String limit = plugin("rate-limiting", "{minute: 5, limit_by: service}", ON_SERVICE);
    var one = Worlds.estate(limit);
    var two = new TreeMap<>(one);
    two.putAll(secondRoute());

    // When
    Reading alone = read(one);
    Reading together = read(two);

    // Then
    assertThat(alone.policies()).hasSize(1);
    assertThat(alone.policies().get(0).reach()).isEqualTo(BOUND);
    assertThat(alone.policies().get(0).unexpressed()).containsKey("scope");
    assertThat(together.policies()).isEmpty();
    assertThat(together.reasons().get(KEY)).contains("several routes together");
  }

  @Test
  void aServiceReachesItsRoutesBoundOrNot() {
    // Given
    var estate =
        new TreeMap<>(Worlds.estate(plugin("ip-restriction", "{allow: [10.0.0.0/8]}", ON_SERVICE)));
    estate.putAll(secondRoute());

    // When
    Reading reading = read(estate);

    // Then
    assertThat(reading.policies().stream().map(FoundPolicy::reach))
        .containsExactly(BOUND, new Reach.Native(new ObjectKey("routes", "r2")));
  }

  @Test
  void theWholeGatewayIsReachedUnlessANearerInstanceActs() {
    // Given
    String global = plugin("ip-restriction", "{allow: [10.0.0.0/8]}", "");
    String nearer =
        "{id: 0d000000-0000-4000-8000-000000000002, name: ip-restriction, config: {allow:"
            + " [192.0.2.1]}"
            + ON_ROUTE
            + "%s}";
    var two = new TreeMap<>(Worlds.estate(global + ", " + nearer.formatted("")));
    two.putAll(secondRoute());

    // When
    Reading alone = read(Worlds.estate(global));
    Reading everywhere = read(Worlds.estate(global + ", " + nearer.formatted("")));
    Reading elsewhere = read(two);
    Reading off = read(Worlds.estate(global + ", " + nearer.formatted(", enabled: false")));

    // Then
    assertThat(reach(alone, KEY)).containsExactly(new Reach.WholeGateway());
    assertThat(everywhere.reasons().get(KEY)).contains("nearer instances act instead");
    assertThat(reach(elsewhere, KEY))
        .containsExactly(new Reach.Native(new ObjectKey("routes", "r2")));
    assertThat(reach(off, KEY)).containsExactly(new Reach.WholeGateway());
  }

  @Test
  void aLimitOfTheWholeGatewayIsNotCountedByRoute() {
    assertThat(read(plugin("rate-limiting", "{minute: 5, limit_by: ip}", "")).reasons().get(KEY))
        .contains("several routes together");
  }

  @Test
  void readsADocumentAsPeopleWriteIt() {
    // Given
    Node document =
        YamlTree.readAll(
                """
                _format_version: "3.0"
                services:
                  - name: shop
                    url: http://shop.test
                    plugins:
                      - name: request-size-limiting
                        config: {allowed_payload_size: 1}
                    routes:
                      - name: orders-route
                        paths: [/orders]
                        plugins:
                          - name: ip-restriction
                            config: {allow: [10.0.0.0/8]}
                      - name: carts-route
                        paths: [/carts]
                consumers:
                  - username: alice
                    plugins:
                      - name: ip-restriction
                        config: {deny: [192.0.2.1]}
                plugins:
                  - name: prometheus
                """,
                TreeLimits.DOCUMENT)
            .get(0);

    // When
    Reading reading = read(Requests.declarative(document));

    // Then
    assertThat(reading.remainder()).containsOnlyKeys(KongNames.CONFIG);
    assertThat(reading.policies())
        .extracting(FoundPolicy::path, FoundPolicy::reach, FoundPolicy::kind)
        .containsExactlyInAnyOrder(
            tuple("services[0].plugins[0]", BOUND, new RequestSize(1 << 20)),
            tuple(
                "services[0].plugins[0]",
                new Reach.Native(new ObjectKey("routes", "carts-route")),
                new RequestSize(1 << 20)),
            tuple("services[0].routes[0].plugins[0]", BOUND, OFFICE));
    assertThat(reading.reasons().get(KongNames.CONFIG))
        .contains("plugins[0] (prometheus): no policy is read out of prometheus")
        .contains("one consumer only");
  }

  @Test
  void aDocumentThatIsAllOursIsExpressedAndWithAnythingElseIsNot() throws IOException {
    // Given
    Path folder = Path.of("src/test/resources/golden/029-declarative-document");
    var all = Requests.read(GoldenCases.request(folder));
    var ours =
        CaseRequest.of(
            all.profile(),
            all.apis().stream().filter(api -> !api.gateways().isEmpty()).toList(),
            List.of(Policies.enforcing("office", OFFICE)));

    // When
    Reading alone = new KongReverse().read(Held.after(ours, new KongTranslator().translate(ours)));
    Reading mixed = new KongReverse().read(Held.after(all, new KongTranslator().translate(all)));

    // Then
    assertThat(alone.expressed()).containsExactly(KongNames.CONFIG);
    assertThat(kinds(alone)).hasSize(3).containsOnly(OFFICE);
    assertThat(mixed.remainder()).containsOnlyKeys(KongNames.CONFIG);
  }

  private static SortedMap<ObjectKey, NativeObject> secondRoute() {
    return Requests.entities(
        (Node.Obj)
            YamlTree.readAll(
                    "routes: [{id: r2, paths: [/carts], service: {id: " + Worlds.SERVICE + "}}]",
                    TreeLimits.DOCUMENT)
                .get(0));
  }

  private static List<Reach> reach(Reading reading, ObjectKey key) {
    return reading.policies().stream()
        .filter(found -> found.from().equals(key))
        .map(FoundPolicy::reach)
        .toList();
  }
}
