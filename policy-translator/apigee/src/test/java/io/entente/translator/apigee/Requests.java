package io.entente.translator.apigee;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.Policy;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.dialect.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds requests from documents: a Profile, an Estate, and any number of Api and Policy documents.
 */
final class Requests {

  static final GatewayId GATEWAY = new GatewayId("edge");
  static final Map<String, String> SETTINGS =
      Map.of(
          "organization", "acme",
          "environment", "prod",
          "ingest.syslog.host", "hub.test",
          "ingest.syslog.port", "6514",
          "ingest.syslog.tls", "true",
          "ingest.token.ref", "entente:ingest/edge");

  private Requests() {}

  /** What a case says: the request, and the observed bundles as Apigee gives them. */
  record Case(TranslationRequest request, World world) {}

  static Case read(String yaml) {
    GatewayProfile profile = profile(1, "x", List.of("extensible", "flow-hooks"), SETTINGS);
    var world = new World();
    var apis = new ArrayList<Api>();
    var policies = new ArrayList<Policy>();
    for (Node document : YamlTree.readAll(yaml, TreeLimits.DOCUMENT)) {
      Node.Obj obj = (Node.Obj) document;
      switch (Trees.text(obj, "kind").orElse("")) {
        case "Profile" -> profile = profile(obj);
        case "Estate" -> world.read(obj);
        case "Api" -> apis.add(ApiDocuments.read(document, 1));
        case "Policy" -> policies.add(PolicyDocuments.read(document, 1));
        default -> throw new IllegalArgumentException("not a document of a case: " + document);
      }
    }
    return new Case(request(profile, world.observed(), apis, policies), world);
  }

  static TranslationRequest request(
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed,
      List<Api> apis,
      List<Policy> policies) {
    var gateway =
        new Gateway(
            new Tenant("main"), GATEWAY, Vendor.APIGEE, Labels.none(), Gateway.WriteMode.MANAGED);
    return new TranslationRequest(
        GATEWAY, profile, apis, observed, EffectivePolicyResolver.resolve(gateway, apis, policies));
  }

  static GatewayProfile profile(
      int nodes, String edition, List<String> capabilities, Map<String, String> settings) {
    return new GatewayProfile(
        Vendor.APIGEE, edition, "v1", nodes, new TreeSet<>(capabilities), new TreeMap<>(settings));
  }

  private static GatewayProfile profile(Node.Obj document) {
    var settings = new TreeMap<>(SETTINGS);
    document
        .field("settings")
        .ifPresent(
            s ->
                ((Node.Obj) s)
                    .fields()
                    .forEach(
                        (name, value) ->
                            Trees.text(value)
                                .filter(text -> !text.isEmpty())
                                .ifPresentOrElse(
                                    text -> settings.put(name, text),
                                    () -> settings.remove(name))));
    List<String> capabilities =
        document
            .field("capabilities")
            .map(
                list ->
                    ((Node.Arr) list)
                        .items().stream().flatMap(i -> Trees.text(i).stream()).toList())
            .orElse(List.of("extensible", "flow-hooks"));
    int nodes =
        document
            .field("nodes")
            .map(n -> ((Scalar.Num) ((Node.Value) n).value()).value().intValueExact())
            .orElse(1);
    return profile(nodes, Trees.text(document, "edition").orElse("x"), capabilities, settings);
  }
}
