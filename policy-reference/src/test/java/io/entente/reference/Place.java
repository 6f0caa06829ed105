package io.entente.reference;

import io.entente.model.estate.Api;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.testkit.CaseDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a policy is to hold.
 *
 * @param title for people
 * @param apis one API with one route
 * @param observed what the gateway holds already
 */
record Place(String title, List<Api> apis, SortedMap<ObjectKey, NativeObject> observed) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "gateways");

  /** An API that Entente makes on a gateway on which nothing was. */
  static Place made() {
    return new Place("an API we make", read("made.yaml").apis(), new TreeMap<>());
  }

  /** A route that others made on a Kong. */
  static Place onKong() {
    CaseDocuments documents = read("kong-bound.yaml");
    return new Place(
        "a route of others", documents.apis(), Estates.kong(documents.one("Estate").orElseThrow()));
  }

  /** A proxy that others deployed to an environment of Apigee. */
  static Place onApigee() {
    CaseDocuments documents = read("apigee-bound.yaml");
    return new Place(
        "a proxy of others",
        documents.apis(),
        Estates.apigee(documents.one("Estate").orElseThrow()));
  }

  private static CaseDocuments read(String file) {
    return CaseDocuments.read(Corpus.text(FOLDER.resolve(file)), Set.of("Estate"));
  }
}
