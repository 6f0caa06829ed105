package io.entente.hub.estate;

import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Objects of a gateway that keeps them itself, as its last complete read found them. Blocks. */
@ApplicationScoped
public class NativeFiles {
  private final Estate estate;
  private final SnapshotStore snapshots;
  private final BlobStore blobs;

  public NativeFiles(Estate estate, SnapshotStore snapshots, BlobStore blobs) {
    this.estate = estate;
    this.snapshots = snapshots;
    this.blobs = blobs;
  }

  /** The object's files with their sizes, or its document; empty when there is no such object. */
  public Optional<Node> show(GatewayId gateway, ObjectKey key) {
    return object(gateway, key).map(this::shown);
  }

  /**
   * The text of one file.
   *
   * @throws ProblemException FILE_NOT_FOUND, or FILE_NOT_TEXT when people cannot read it
   */
  public String text(GatewayId gateway, ObjectKey key, String name) {
    Hash hash =
        object(gateway, key)
            .map(NativeObject::content)
            .filter(Content.Files.class::isInstance)
            .map(content -> ((Content.Files) content).entries().get(name))
            .orElseThrow(() -> missing(name));
    var blob = blobs.get(hash).orElseThrow(() -> missing(name));
    return TextFile.of(blob)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "FILE_NOT_TEXT",
                        "The file has "
                            + blob.size()
                            + " bytes and is no UTF-8 text of at most "
                            + TextFile.LARGEST
                            + " bytes.",
                        "name",
                        name,
                        "Fetch it from the gateway itself.")));
  }

  private Optional<NativeObject> object(GatewayId gateway, ObjectKey key) {
    return snapshots
        .latest(estate.tenant(), gateway)
        .map(Snapshot::objects)
        .flatMap(objects -> Optional.ofNullable(objects.get(key)));
  }

  private Node shown(NativeObject object) {
    if (object.content() instanceof Content.Tree tree) {
      return ShownTree.of(tree.root());
    }
    var entries = ((Content.Files) object.content()).entries();
    Map<Hash, Integer> sizes = blobs.sizes(entries.values());
    var files = new ArrayList<Node>();
    entries.forEach(
        (name, hash) -> {
          var file = Node.obj(Map.of("name", Node.text(name), "hash", Node.text(hash.hex())));
          Integer size = sizes.get(hash);
          files.add(size == null ? file : file.with("size", Node.number(size)));
        });
    return Node.obj(Map.of("files", Node.arr(files)));
  }

  private static ProblemException missing(String name) {
    return new ProblemException(
        Problem.user(
            "FILE_NOT_FOUND",
            "The object has no such file, or its bytes were not kept.",
            "name",
            name.length() <= 200 ? name : name.substring(0, 200) + "…",
            "List the object's files, or refresh the gateway."));
  }
}
