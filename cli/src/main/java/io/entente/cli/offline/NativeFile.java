package io.entente.cli.offline;

import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every object by its key: a tree as it is, files as texts. */
final class NativeFile {

  private NativeFile() {}

  static Export of(OfflineTranslation made) {
    return Export.of("objects.yaml", YamlTree.write(tree(made)), List.of());
  }

  private static Node tree(OfflineTranslation made) {
    Map<Hash, Blob> blobs = new HashMap<>();
    made.translation().blobs().forEach(blob -> blobs.put(blob.hash(), blob));
    var objects = new TreeMap<String, Node>();
    for (NativeObject object : made.translation().objects().values()) {
      objects.put(object.key().toString(), content(object.content(), blobs));
    }
    return Node.obj(objects);
  }

  private static Node content(Content content, Map<Hash, Blob> blobs) {
    if (content instanceof Content.Tree tree) {
      return tree.root();
    }
    var files = new TreeMap<String, Node>();
    ((Content.Files) content)
        .entries()
        .forEach(
            (name, hash) ->
                files.put(
                    name,
                    Node.text(
                        Optional.ofNullable(blobs.get(hash))
                            .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
                            .orElse("sha256 " + hash.hex()))));
    return Node.obj(Map.of("files", Node.obj(files)));
  }
}
