package io.entente.translator.apigee;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.CaseDocuments;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds requests from documents: a Profile, an Estate, and any number of Api and Policy documents.
 */
final class Requests {

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
    var documents = CaseDocuments.read(yaml, Set.of("Profile", "Estate"));
    GatewayProfile profile =
        documents
            .one("Profile")
            .map(Requests::profile)
            .orElseGet(() -> profile(1, "x", List.of("extensible", "flow-hooks"), SETTINGS));
    var world = new World();
    documents.all("Estate").forEach(world::read);
    return new Case(
        CaseRequest.of(profile, world.observed(), documents.apis(), documents.policies()), world);
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
