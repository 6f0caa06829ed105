package io.entente.translator.apigee;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.BundleParts;
import io.entente.translator.apigee.dialect.EndpointFacts;
import io.entente.translator.apigee.dialect.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an environment holds, and the bytes of its files. */
final class World {

  private final TreeMap<ObjectKey, NativeObject> observed = new TreeMap<>();
  private final Map<Hash, Blob> blobs = new HashMap<>();

  SortedMap<ObjectKey, NativeObject> observed() {
    return observed;
  }

  /** The bytes of all files. */
  Set<Blob> blobs() {
    return Set.copyOf(blobs.values());
  }

  Hash keep(Blob blob) {
    blobs.put(blob.hash(), blob);
    return blob.hash();
  }

  /** {@code bundles} by proxy, {@code hooks} by point, {@code objects} by key. */
  void read(Node.Obj estate) {
    members(estate, "bundles").forEach((proxy, files) -> bundle(proxy, texts(files)));
    members(estate, "sharedflows")
        .forEach((flow, files) -> put("sharedflows", flow, content(texts(files))));
    members(estate, "hooks")
        .forEach(
            (point, hook) ->
                put(
                    "flowhooks",
                    point,
                    new Content.Tree(((Node.Obj) hook).with("flowHookPoint", Node.text(point)))));
    members(estate, "objects")
        .forEach(
            (key, tree) -> {
              int slash = key.indexOf('/');
              put(key.substring(0, slash), key.substring(slash + 1), new Content.Tree(tree));
            });
  }

  void bundle(String proxy, SortedMap<String, Blob> raw) {
    put("apis", proxy, content(ApigeeNames.isOurs(proxy) ? raw : BundleParts.split(raw)));
    put("api_metadata", proxy, new Content.Tree(Node.obj().with("latestRevision", Node.text("1"))));
    EndpointFacts.of(proxy, raw)
        .forEach((key, tree) -> put(key.kind(), key.nativeId(), new Content.Tree(tree)));
  }

  void put(String kind, String id, Content content) {
    var key = new ObjectKey(kind, id);
    observed.put(key, NativeObject.foreign(key, content));
  }

  /** The files of every bundle of a translation, as Apigee would get them. */
  SortedMap<ObjectKey, SortedMap<String, Blob>> written(Translation translation) {
    translation.blobs().forEach(blob -> blobs.put(blob.hash(), blob));
    var written = new TreeMap<ObjectKey, SortedMap<String, Blob>>();
    translation
        .objects()
        .forEach(
            (key, object) -> {
              if (object.content() instanceof Content.Files) {
                Content merged =
                    ClaimMerge.merge(Optional.ofNullable(observed.get(key)), object, Set.of());
                var files = files((Content.Files) merged);
                boolean parts = key.kind().equals("apis") && !ApigeeNames.isOurs(key.nativeId());
                written.put(key, parts ? BundleParts.join(files) : files);
              }
            });
    return written;
  }

  SortedMap<String, Blob> files(Content.Files content) {
    var files = new TreeMap<String, Blob>();
    content
        .entries()
        .forEach(
            (name, hash) ->
                files.put(
                    name,
                    Optional.ofNullable(blobs.get(hash))
                        .orElseThrow(() -> new AssertionError("nobody has the bytes of " + name))));
    return files;
  }

  private Content content(SortedMap<String, Blob> files) {
    var entries = new TreeMap<String, Hash>();
    files.forEach(
        (name, blob) -> {
          blobs.put(blob.hash(), blob);
          entries.put(name, blob.hash());
        });
    return new Content.Files(entries);
  }

  private static SortedMap<String, Blob> texts(Node files) {
    var texts = new TreeMap<String, Blob>();
    ((Node.Obj) files)
        .fields()
        .forEach((name, text) -> texts.put(name, Blob.ofText(Trees.text(text).orElseThrow())));
    return texts;
  }

  private static SortedMap<String, Node> members(Node.Obj obj, String field) {
    return obj.field(field).map(node -> ((Node.Obj) node).fields()).orElse(new TreeMap<>());
  }
}
