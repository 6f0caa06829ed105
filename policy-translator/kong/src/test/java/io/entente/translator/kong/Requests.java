package io.entente.translator.kong;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseDocuments;
import io.entente.translator.testkit.CaseRequest;
import java.util.Map;
import java.util.Set;
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

  private Requests() {}

  static TranslationRequest read(String yaml) {
    var documents = CaseDocuments.read(yaml, Set.of("Profile", "Estate", "Declarative"));
    GatewayProfile profile =
        documents
            .one("Profile")
            .map(Requests::profile)
            .orElseGet(() -> profile(1, Map.of("database", "postgres"), plugins()));
    var observed = new TreeMap<ObjectKey, NativeObject>();
    for (Node.Obj estate : documents.all("Estate")) {
      observed.putAll(entities((Node.Obj) field(estate, "entities")));
    }
    documents
        .one("Declarative")
        .ifPresent(document -> observed.putAll(declarative(field(document, "document"))));
    return CaseRequest.of(profile, observed, documents.apis(), documents.policies());
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

  /** Of a gateway of which no schema was recorded: documents are compared as they are written. */
  static GatewayProfile enterprise(
      int nodes, Map<String, String> settings, SortedSet<String> capabilities) {
    return new GatewayProfile(
        Vendor.KONG,
        KongTranslator.ENTERPRISE,
        "3.15.0.0",
        nodes,
        capabilities,
        new TreeMap<>(settings));
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
    int nodes = (int) number(field(document, "nodes"));
    return ((Node.Obj) document).field("edition").isPresent()
        ? enterprise(nodes, settings, capabilities)
        : profile(nodes, settings, capabilities);
  }
}
