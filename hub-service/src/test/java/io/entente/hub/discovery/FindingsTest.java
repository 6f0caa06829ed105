package io.entente.hub.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.hub.discovery.FoundPolicy.Scope;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Gateway.WriteMode;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.document.ApiDocuments;
import io.entente.translator.kong.KongNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final GatewayId KONG = new GatewayId("kong");

  private final SortedMap<ObjectKey, NativeObject> objects = new TreeMap<>();

  @Test
  void findsServicesRoutesAndPluginsOfAKongByTheirScope() {
    // Given
    String ours = KongNames.id(KONG, "r1", "cors");
    object("services", "s1", "{\"id\":\"s1\",\"name\":\"orders\",\"tags\":[\"team-1\"]}");
    object(
        "routes",
        "r1",
        "{\"id\":\"r1\",\"name\":\"all\",\"paths\":[\"/orders\"],\"service\":{\"id\":\"s1\"}}");
    object("routes", "r2", "{\"id\":\"r2\",\"paths\":[\"/loose\"],\"service\":null}");
    object(
        "plugins", ours, "{\"id\":\"" + ours + "\",\"name\":\"cors\",\"route\":{\"id\":\"r1\"}}");
    object("plugins", "p2", "{\"id\":\"p2\",\"name\":\"key-auth\",\"service\":{\"id\":\"s1\"}}");
    object("plugins", "p3", "{\"id\":\"p3\",\"name\":\"prometheus\",\"enabled\":false}");
    // When
    var findings = KongFindings.of(KONG, objects);
    // Then
    assertThat(findings.apis()).extracting(FoundApi::name).containsExactly("orders", "r2");
    var held = findings.called("all").get(0);
    assertThat(findings.called("r1")).containsExactly(held);
    assertThat(findings.acting(held))
        .extracting(FoundPolicy::type, FoundPolicy::scope, FoundPolicy::ours, FoundPolicy::acts)
        .containsExactly(
            tuple("cors", Scope.ROUTE, true, true),
            tuple("key-auth", Scope.API, false, true),
            tuple("prometheus", Scope.GATEWAY, false, false));
    assertThat(findings.foreign(held.api(), held.api().routes()))
        .extracting(FoundPolicy::type)
        .containsExactly("key-auth");
  }

  @Test
  void findsTheSameInADeclarativeDocument() {
    // Given
    object(
        "declarative_config",
        "config",
        "{\"services\":[{\"id\":\"s1\",\"name\":\"orders\"}],"
            + "\"routes\":[{\"id\":\"r1\",\"name\":\"all\",\"service\":\"s1\"}],"
            + "\"plugins\":[{\"id\":\"p1\",\"name\":\"cors\",\"route\":\"r1\"}]}");
    // When
    var findings = KongFindings.of(KONG, objects);
    // Then
    assertThat(findings.acting(findings.called("all").get(0)))
        .extracting(FoundPolicy::place)
        .containsExactly("route scope");
  }

  @Test
  void findsProxiesOfAnApigeeWithOursAndOthersPoliciesInTheirFlows() {
    // Given
    object(
        "proxy_endpoints",
        "orders/default",
        "{\"proxy\":\"orders\",\"endpoint\":\"default\",\"file\":\"apiproxy/proxies/default.xml\","
            + "\"basePath\":\"/orders\",\"flows\":[{\"flow\":\"PreFlow\",\"side\":\"request\","
            + "\"condition\":\"a\",\"steps\":[{\"name\":\"verify\",\"type\":\"VerifyAPIKey\","
            + "\"condition\":\"b\"}]}]}");
    var files = new TreeMap<String, Hash>();
    files.put(
        "apiproxy/proxies/default.xml!/PreFlow/Request/001-entente-orders_limit", Hash.ofText("x"));
    var key = new ObjectKey("apis", "orders");
    objects.put(key, NativeObject.foreign(key, new Content.Files(files)));
    object(
        "flowhooks",
        "PreProxyFlowHook",
        "{\"flowHookPoint\":\"PreProxyFlowHook\",\"sharedFlow\":\"team-mark\"}");
    // When
    var findings = ApigeeFindings.of(objects);
    // Then
    var acting = findings.acting(findings.called("orders/default").get(0));
    assertThat(acting)
        .extracting(FoundPolicy::name, FoundPolicy::ours)
        .containsExactly(
            tuple("verify", false), tuple("entente-orders_limit", true), tuple("team-mark", false));
    assertThat(acting.get(0).when()).contains("(a) and (b)");
  }

  @Test
  void theReadyDocumentIsOneThatIsAcceptedAndBindsTheRoutes() {
    // Given
    var routes =
        List.of(
            new FoundRoute(
                "r1", Optional.of("All Orders"), List.of(), List.of("/o"), List.of("GET")),
            new FoundRoute("r2", Optional.empty(), List.of(), List.of("~/o/\\d+"), List.of()),
            new FoundRoute("r3", Optional.empty(), List.of(), List.of("/a", "/b"), List.of()));
    var found = new FoundApi("services/s1", "service", "Orders (old)", List.of(), routes);
    // When
    var ready = ReadyApi.of(gateway(Vendor.KONG), found, routes, Set.of("orders-old"));
    // Then
    var api =
        ApiDocuments.read(JsonTree.read(ready.document().orElseThrow(), TreeLimits.DOCUMENT), 1);
    assertThat(api.name().value()).isEqualTo("orders-old-kong");
    assertThat(api.binding(KONG).orElseThrow().routes())
        .containsEntry(new RouteName("all-orders"), "r1")
        .containsEntry(new RouteName("r3"), "r3")
        .hasSize(2);
    assertThat(ready.notes()).hasSize(2).anyMatch(note -> note.contains("patterns only"));
  }

  @Test
  void nothingIsReadyWhereRoutesCannotBeBound() {
    var found = new FoundApi("x#y", "virtual host", "y", List.of(), List.of());

    var ready = ReadyApi.of(gateway(Vendor.ENVOY), found, List.of(), Set.of());

    assertThat(ready.document()).isEmpty();
    assertThat(ready.notes()).hasSize(1);
  }

  private static Gateway gateway(Vendor vendor) {
    return new Gateway(new Tenant("main"), KONG, vendor, Labels.none(), WriteMode.OBSERVE_ONLY);
  }

  private void object(String kind, String id, String body) {
    var key = new ObjectKey(kind, id);
    objects.put(
        key, NativeObject.foreign(key, new Content.Tree(JsonTree.read(body, TreeLimits.VENDOR))));
  }
}
