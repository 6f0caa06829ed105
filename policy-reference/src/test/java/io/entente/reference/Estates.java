package io.entente.reference;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.BundleParts;
import io.entente.translator.apigee.dialect.EndpointFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What gateways hold and say of themselves, read from files. */
final class Estates {

  private static final String PLUGIN = "05-schema-plugin-";
  private static final String ENTITY = "05-schema-entity-";

  private Estates() {}

  /** The schemas that a real node of Kong 3.9.1 gave, as the translator's own tests have them. */
  static VendorSchema recordedKong() {
    Path folder = Page.ROOT.resolve("policy-translator/kong/src/test/resources/recorded");
    var documents = new TreeMap<String, Node>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        if (name.startsWith(PLUGIN)) {
          documents.put("plugins/" + name.substring(PLUGIN.length()), body(file));
        } else if (name.startsWith(ENTITY)) {
          documents.put("entities/" + name.substring(ENTITY.length()), body(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new VendorSchema(documents);
  }

  static SortedMap<ObjectKey, NativeObject> kong(Node.Obj estate) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    ((Node.Obj) estate.field("entities").orElseThrow())
        .fields()
        .forEach(
            (kind, entities) -> {
              for (Node entity : ((Node.Arr) entities).items()) {
                String id = new SchemaPart((Node.Obj) entity).text("id");
                put(observed, kind, id, new Content.Tree(entity));
              }
            });
    return observed;
  }

  static SortedMap<ObjectKey, NativeObject> apigee(Node.Obj estate) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    ((Node.Obj) estate.field("bundles").orElseThrow())
        .fields()
        .forEach((proxy, files) -> bundle(observed, proxy, (Node.Obj) files));
    return observed;
  }

  private static void bundle(
      SortedMap<ObjectKey, NativeObject> observed, String proxy, Node.Obj files) {
    var raw = new TreeMap<String, Blob>();
    files
        .fields()
        .keySet()
        .forEach(name -> raw.put(name, Blob.ofText(new SchemaPart(files).text(name))));
    var entries = new TreeMap<String, Hash>();
    BundleParts.split(raw).forEach((name, blob) -> entries.put(name, blob.hash()));
    put(observed, "apis", proxy, new Content.Files(entries));
    put(
        observed,
        "api_metadata",
        proxy,
        new Content.Tree(Node.obj().with("latestRevision", Node.text("3"))));
    EndpointFacts.of(proxy, raw)
        .forEach((key, tree) -> put(observed, key.kind(), key.nativeId(), new Content.Tree(tree)));
  }

  private static void put(
      SortedMap<ObjectKey, NativeObject> observed, String kind, String id, Content content) {
    var key = new ObjectKey(kind, id);
    observed.put(key, NativeObject.foreign(key, content));
  }

  private static Node body(Path recorded) throws IOException {
    var call = (Node.Obj) JsonTree.read(Files.readString(recorded), TreeLimits.VENDOR);
    return call.field("body").orElseThrow();
  }
}
