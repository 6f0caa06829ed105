package io.entente.translator.kong;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.Policy;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.translator.TranslationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Builds requests from documents: a Profile, an Estate (entities by kind) or a Declarative
 * document, and any number of Api and Policy documents.
 */
final class Requests {

  static final GatewayId GATEWAY = new GatewayId("edge");

  private Requests() {}

  static TranslationRequest read(String yaml) {
    GatewayProfile profile = profile(1, Map.of("database", "postgres"), plugins());
    SortedMap<ObjectKey, NativeObject> observed = new TreeMap<>();
    var apis = new ArrayList<Api>();
    var policies = new ArrayList<Policy>();
    for (Node document : YamlTree.readAll(yaml, TreeLimits.DOCUMENT)) {
      switch (text(field(document, "kind"))) {
        case "Profile" -> profile = profile(document);
        case "Estate" -> observed.putAll(entities((Node.Obj) field(document, "entities")));
        case "Declarative" -> observed.putAll(declarative(field(document, "document")));
        case "Api" -> apis.add(ApiDocuments.read(document, 1));
        case "Policy" -> policies.add(PolicyDocuments.read(document, 1));
        default -> throw new IllegalArgumentException("not a document of a case: " + document);
      }
    }
    return request(profile, observed, apis, policies);
  }

  static TranslationRequest request(
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed,
      List<Api> apis,
      List<Policy> policies) {
    var gateway =
        new Gateway(
            new Tenant("main"), GATEWAY, Vendor.KONG, Labels.none(), Gateway.WriteMode.MANAGED);
    return new TranslationRequest(
        GATEWAY, profile, apis, observed, EffectivePolicyResolver.resolve(gateway, apis, policies));
  }

  static GatewayProfile profile(
      int nodes, Map<String, String> settings, SortedSet<String> capabilities) {
    return new GatewayProfile(
        Vendor.KONG,
        "oss",
        "3.9.1",
        nodes,
        capabilities,
        new TreeMap<>(settings),
        Recorded.schema());
  }

  /** All plugins of which the schema was recorded. */
  static SortedSet<String> plugins() {
    return Recorded.schema().documents().keySet().stream()
        .filter(name -> name.startsWith("plugins/"))
        .map(name -> name.replace("plugins/", "plugin:"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static SortedMap<ObjectKey, NativeObject> entities(Node.Obj byKind) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    byKind
        .fields()
        .forEach(
            (kind, list) -> {
              for (Node entity : ((Node.Arr) list).items()) {
                var key = new ObjectKey(kind, text(field(entity, "id")));
                observed.put(key, NativeObject.foreign(key, new Content.Tree(entity)));
              }
            });
    return observed;
  }

  static SortedMap<ObjectKey, NativeObject> declarative(Node document) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    observed.put(
        KongNames.CONFIG, NativeObject.foreign(KongNames.CONFIG, new Content.Tree(document)));
    return observed;
  }

  static Node field(Node node, String name) {
    return Recorded.field(node, name);
  }

  static String text(Node node) {
    return Recorded.text(node);
  }

  static long number(Node node) {
    return ((Scalar.Num) ((Node.Value) node).value()).value().longValueExact();
  }

  private static GatewayProfile profile(Node document) {
    var settings = new TreeMap<String, String>();
    ((Node.Obj) field(document, "settings"))
        .fields()
        .forEach((name, value) -> settings.put(name, text(value)));
    SortedSet<String> capabilities =
        ((Node.Obj) document)
            .field("capabilities")
            .<SortedSet<String>>map(
                list ->
                    ((Node.Arr) list)
                        .items().stream()
                            .map(Requests::text)
                            .collect(Collectors.toCollection(TreeSet::new)))
            .orElse(plugins());
    return profile((int) number(field(document, "nodes")), settings, capabilities);
  }
}
