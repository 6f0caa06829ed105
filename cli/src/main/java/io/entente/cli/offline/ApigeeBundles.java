package io.entente.cli.offline;

import io.entente.json.JsonTree;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.BundleParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Proxies and shared flows, each as a folder and as a zip file, and what attaches them. */
final class ApigeeBundles {

  private final Map<Hash, Blob> blobs = new HashMap<>();
  private final SortedMap<ObjectKey, NativeObject> observed;
  private final TreeMap<String, Blob> files = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  private ApigeeBundles(OfflineTranslation made) {
    this.observed = made.observed();
    made.translation().blobs().forEach(blob -> blobs.put(blob.hash(), blob));
  }

  /**
   * @throws ProblemException NOTHING_TO_EXPORT
   */
  static Export of(OfflineTranslation made) {
    var bundles = new ApigeeBundles(made);
    made.translation().objects().values().forEach(bundles::add);
    if (bundles.files.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NOTHING_TO_EXPORT",
              "The documents come to no proxy and no shared flow.",
              "-f",
              "Add an Api, or a policy that holds on a route of one."));
    }
    return new Export(bundles.files, bundles.notes);
  }

  private void add(NativeObject object) {
    String name = object.key().nativeId();
    switch (object.key().kind()) {
      case ApigeeKinds.APIS -> bundle("apis", name, object);
      case ApigeeKinds.SHAREDFLOWS -> bundle("sharedflows", name, object);
      case ApigeeKinds.FLOWHOOKS -> hook(name, Trees.root(object));
      case ApigeeKinds.SHAREDFLOW_DEPLOYMENTS -> notes.add("deploy the shared flow " + name);
      default -> throw new IllegalStateException("no file for " + object.key());
    }
  }

  private void hook(String name, Node.Obj hook) {
    files.put("flowhooks/" + name + ".json", Blob.ofText(JsonTree.pretty(hook)));
    notes.add(
        "then attach it: PUT .../environments/ENV/flowhooks/"
            + name
            + " with flowhooks/"
            + name
            + ".json");
  }

  private void bundle(String kind, String name, NativeObject object) {
    var parts = new TreeMap<String, Blob>();
    // A proxy of others stays theirs, with Steps of ours in it.
    Content whole =
        ClaimMerge.merge(Optional.ofNullable(observed.get(object.key())), object, Set.of());
    ((Content.Files) whole)
        .entries()
        .forEach((entry, hash) -> parts.put(entry, blob(object, entry, hash)));
    SortedMap<String, Blob> bundle = BundleParts.join(parts);
    bundle.forEach((entry, blob) -> files.put(kind + "/" + name + "/" + entry, blob));
    files.put(kind + "/" + name + ".zip", SameZip.of(bundle));
  }

  private Blob blob(NativeObject object, String entry, Hash hash) {
    return Optional.ofNullable(blobs.get(hash))
        .orElseThrow(
            () -> new IllegalStateException(object.key() + " lacks the bytes of " + entry));
  }
}
