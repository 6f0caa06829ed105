package io.entente.connector.apigee;

import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.simulator.apigee.api.ImportedBundles;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.HookDescription;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes desired objects in the forms the dialect prescribes, their bytes kept. */
final class Estate {

  static final Set<ClaimSource> SOURCE =
      Set.of(new ClaimSource.OfPolicy(new PolicyVersion(new PolicyName("limits"), 1)));

  private final SimulatedApigee apigee;
  private final SortedMap<ObjectKey, NativeObject> objects = new TreeMap<>();

  Estate(SimulatedApigee apigee) {
    this.apigee = apigee;
  }

  static ObjectKey key(String kind, String id) {
    return new ObjectKey(kind, id);
  }

  SortedMap<ObjectKey, NativeObject> objects() {
    return new TreeMap<>(objects);
  }

  /** A flow of ours and its deployment; the revision is known when it has these files already. */
  Estate flow(String name, SortedMap<String, Blob> files) {
    apigee.blobs().keep(files.values());
    var key = key(ApigeeKinds.SHAREDFLOWS, name);
    whole(key, TestBundles.content(files));
    Node revision =
        current(name, files)
            .<Node>map(Node::text)
            .orElseGet(() -> new Node.Pending(key, ApigeeKinds.REVISION));
    whole(
        key(ApigeeKinds.SHAREDFLOW_DEPLOYMENTS, name),
        new Content.Tree(Node.obj().with("revision", revision)));
    return this;
  }

  /** A proxy of ours. */
  Estate proxy(String name, SortedMap<String, Blob> files) {
    apigee.blobs().keep(files.values());
    whole(key(ApigeeKinds.APIS, name), TestBundles.content(files));
    return this;
  }

  /** A policy and a Step of ours at the beginning of a proxy of others. */
  Estate part(String proxy, Blob policy) {
    String name = "entente-" + proxy + "-mark";
    var step = Blob.ofText("<Step><Name>" + name + "</Name></Step>");
    var files = new TreeMap<String, Blob>();
    files.put("apiproxy/policies/" + name + ".xml", policy);
    files.put("apiproxy/proxies/default.xml!/PreFlow/Request/001-" + name, step);
    apigee.blobs().keep(files.values());
    var key = key(ApigeeKinds.APIS, proxy);
    objects.put(
        key,
        new NativeObject(
            key,
            TestBundles.content(files),
            Set.of(new Claim.FileSet(new HashSet<>(files.keySet()), SOURCE))));
    return this;
  }

  /** A hook that calls a flow of ours. */
  Estate hook(String point, String flow, HookDescription before) {
    var key = key(ApigeeKinds.FLOWHOOKS, point);
    Node tree =
        Node.obj()
            .with("flowHookPoint", Node.text(point))
            .with("sharedFlow", Node.text(flow))
            .with("continueOnError", Node.bool(false))
            .with("description", Node.text(before.text()));
    objects.put(
        key,
        new NativeObject(
            key,
            new Content.Tree(tree),
            Set.of(
                new Claim.Fields(
                    Set.of(
                        NodePath.of("sharedFlow"),
                        NodePath.of("continueOnError"),
                        NodePath.of("description")),
                    SOURCE))));
    return this;
  }

  Estate targetServer(String name, int port) {
    whole(key(ApigeeKinds.TARGETSERVERS, name), new Content.Tree(server(name, port)));
    return this;
  }

  static Node server(String name, int port) {
    return Node.obj()
        .with("name", Node.text(name))
        .with("host", Node.text("127.0.0.1"))
        .with("port", Node.number(port))
        .with("isEnabled", Node.bool(true));
  }

  private void whole(ObjectKey key, Content content) {
    objects.put(key, new NativeObject(key, content, Set.of(new Claim.Whole(SOURCE))));
  }

  /** The latest revision of the flow, if it has these files. */
  private Optional<String> current(String name, SortedMap<String, Blob> files) {
    return apigee
        .imported(name)
        .filter(entry -> unmarked(entry.bundle().files()).equals(unmarked(files)))
        .map(ImportedBundles.Entry::revision);
  }

  private static SortedMap<String, Blob> unmarked(SortedMap<String, ?> files) {
    var unmarked = new TreeMap<String, Blob>();
    files.forEach(
        (name, file) -> {
          var blob = file instanceof Blob kept ? kept : Blob.of((byte[]) file);
          unmarked.put(
              name,
              ManifestText.is(name, BundleKind.SHARED_FLOW)
                  ? ManifestText.written(blob)
                      .map(hash -> hashed(hash.hex()))
                      .orElseGet(() -> hashed(blob.hash().hex()))
                  : blob);
        });
    return unmarked;
  }

  private static Blob hashed(String hash) {
    return Blob.ofText(hash);
  }
}
