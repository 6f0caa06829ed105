package io.entente.translator.envoy;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
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
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds requests from documents: one Profile, any number of Api and Policy documents. */
final class Requests {

  static final GatewayId GATEWAY = new GatewayId("edge");

  private Requests() {}

  static TranslationRequest read(String yaml) {
    GatewayProfile profile = profile(1, Map.of("listener.port", "8080"));
    var apis = new ArrayList<Api>();
    var policies = new ArrayList<Policy>();
    for (Node document : YamlTree.readAll(yaml, TreeLimits.DOCUMENT)) {
      switch (text(field(document, "kind"))) {
        case "Profile" -> profile = profile(document);
        case "Api" -> apis.add(ApiDocuments.read(document, 1));
        case "Policy" -> policies.add(PolicyDocuments.read(document, 1));
        default -> throw new IllegalArgumentException("not a document of a case: " + document);
      }
    }
    return request(profile, apis, policies);
  }

  static TranslationRequest request(GatewayProfile profile, List<Api> apis, List<Policy> policies) {
    var gateway =
        new Gateway(
            new Tenant("main"), GATEWAY, Vendor.ENVOY, Labels.none(), Gateway.WriteMode.MANAGED);
    return new TranslationRequest(
        GATEWAY,
        profile,
        apis,
        new TreeMap<>(),
        EffectivePolicyResolver.resolve(gateway, apis, policies));
  }

  static GatewayProfile profile(int nodes, Map<String, String> settings) {
    return new GatewayProfile(
        Vendor.ENVOY, "oss", "1.40.0", nodes, new TreeSet<>(), new TreeMap<>(settings));
  }

  static Node field(Node node, String name) {
    return ((Node.Obj) node).field(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  static List<Node> items(Node node, String name) {
    return ((Node.Obj) node).field(name).map(n -> ((Node.Arr) n).items()).orElse(List.of());
  }

  static String text(Node node) {
    return ((Scalar.Text) ((Node.Value) node).value()).value();
  }

  static long number(Node node) {
    return ((Scalar.Num) ((Node.Value) node).value()).value().longValueExact();
  }

  private static GatewayProfile profile(Node document) {
    var settings = new TreeMap<String, String>();
    ((Node.Obj) field(document, "settings"))
        .fields()
        .forEach((name, value) -> settings.put(name, text(value)));
    return profile((int) number(field(document, "nodes")), settings);
  }
}
