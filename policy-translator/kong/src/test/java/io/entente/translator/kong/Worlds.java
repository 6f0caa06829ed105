package io.entente.translator.kong;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Vendor;
import io.entente.model.estate.VendorSchema;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.MadeApis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One gateway with one route of others, on which policies may hold. */
final class Worlds {

  static final String ROUTE = "0b000000-0000-4000-8000-000000000001";
  static final String SERVICE = "0a000000-0000-4000-8000-000000000001";
  static final String ALICE = "0c000000-0000-4000-8000-000000000001";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "database", "postgres",
          "ingest.url", "https://hub.test/ingest",
          "ingest.token.ref", "env:TOKEN",
          "ingest.token.fingerprint", "ab".repeat(32));

  private Worlds() {}

  /** The estate; {@code plugins} as YAML list items. */
  static SortedMap<ObjectKey, NativeObject> estate(String plugins) {
    return Requests.entities(
        (Node.Obj) YamlTree.readAll(text(plugins), TreeLimits.DOCUMENT).get(0));
  }

  /** The same as a declarative document. */
  static SortedMap<ObjectKey, NativeObject> declarative(String plugins) {
    Node.Obj document = (Node.Obj) YamlTree.readAll(text(plugins), TreeLimits.DOCUMENT).get(0);
    return Requests.declarative(document.with("_format_version", Node.text("3.0")));
  }

  static Translation translate(List<Policy> policies) {
    return translate(estate(""), policies);
  }

  static Translation translate(SortedMap<ObjectKey, NativeObject> observed, List<Policy> policies) {
    return new KongTranslator().translate(request(observed, policies));
  }

  static TranslationRequest request(
      SortedMap<ObjectKey, NativeObject> observed, List<Policy> policies) {
    var settings = new TreeMap<>(SETTINGS);
    boolean document = observed.containsKey(KongNames.CONFIG);
    settings.put("database", document ? "off" : "postgres");
    return CaseRequest.of(
        Requests.profile(1, settings, Requests.plugins()), observed, List.of(bound()), policies);
  }

  /** On the enterprise edition, with all plugins that both have, openid-connect, and these. */
  static TranslationRequest enterprise(VendorSchema schema, List<Policy> policies, String... more) {
    var plugins = new TreeSet<>(Requests.plugins());
    plugins.add("plugin:openid-connect");
    for (String plugin : more) {
      plugins.add("plugin:" + plugin);
    }
    GatewayProfile profile =
        new GatewayProfile(
            Vendor.KONG,
            KongTranslator.ENTERPRISE,
            "3.15.0.0",
            1,
            plugins,
            new TreeMap<>(SETTINGS),
            schema);
    return CaseRequest.of(profile, estate(""), List.of(bound()), policies);
  }

  /** The same with every plugin whose schema Kong publishes. */
  static TranslationRequest published(List<Policy> policies) {
    return enterprise(
        PublishedSchema.schema(), policies, PublishedSchema.plugins().toArray(String[]::new));
  }

  /** On an API of two routes that we make. */
  static TranslationRequest made(List<Policy> policies) {
    return CaseRequest.of(
        Requests.profile(1, SETTINGS, Requests.plugins()),
        new TreeMap<>(),
        List.of(
            MadeApis.of(
                "shop",
                "shop.test",
                8080,
                MadeApis.route("a", "/shop/a"),
                MadeApis.route("b", "/shop/b"))),
        policies);
  }

  static Api bound() {
    var name = new RouteName("all");
    return new Api(
        new ApiName("shop"),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(new Binding(CaseRequest.GATEWAY, new TreeMap<>(Map.of(name, "orders-route")))),
        List.of("*"),
        Optional.empty(),
        List.of(new Route(name, new PathMatch.Prefix("/"), new TreeSet<>(), Labels.none())));
  }

  /** A request with one API that we make, of an upstream on this port here. */
  static TranslationRequest made(int port, List<Policy> policies) {
    var api = MadeApis.of("shop", "127.0.0.1", port, MadeApis.route("all", "/"));
    return CaseRequest.of(
        Requests.profile(1, new TreeMap<>(SETTINGS), Requests.plugins()),
        estate(""),
        List.of(api),
        policies);
  }

  private static String text(String plugins) {
    return """
        services: [{id: %s, name: shop, host: shop.test, port: 80}]
        routes: [{id: %s, name: orders-route, paths: [/orders], service: {id: %s}}]
        consumers: [{id: %s, username: alice}]
        plugins: [%s]
        """
        .formatted(SERVICE, ROUTE, SERVICE, ALICE, plugins);
  }
}
