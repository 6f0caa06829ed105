package io.entente.translator.envoy;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseDocuments;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds requests from documents: one Profile, any number of Api and Policy documents. */
final class Requests {

  private Requests() {}

  static TranslationRequest read(String yaml) {
    var documents = CaseDocuments.read(yaml, Set.of("Profile"));
    GatewayProfile profile =
        documents
            .one("Profile")
            .map(Requests::profile)
            .orElseGet(() -> profile(1, Map.of("listener.port", "8080")));
    return CaseRequest.of(profile, documents.apis(), documents.policies());
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
