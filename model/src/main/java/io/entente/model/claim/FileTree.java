package io.entente.model.claim;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.TreeMap;

/** Files as a flat tree of name to hash, so that one code serves both kinds of content. */
public final class FileTree {

  private FileTree() {}

  public static Node root(Content content) {
    if (content instanceof Content.Tree tree) {
      return tree.root();
    }
    var fields = new TreeMap<String, Node>();
    ((Content.Files) content).entries().forEach((n, h) -> fields.put(n, Node.text(h.hex())));
    return new Node.Obj(fields);
  }

  /** The content of the same kind as {@code like} that has this tree. */
  public static Content content(Node root, Content like) {
    if (like instanceof Content.Tree) {
      return new Content.Tree(root);
    }
    var entries = new TreeMap<String, Hash>();
    for (var file : ((Node.Obj) root).fields().entrySet()) {
      if (file.getValue() instanceof Node.Value value
          && value.value() instanceof Scalar.Text text) {
        entries.put(file.getKey(), new Hash(text.value()));
      }
    }
    return new Content.Files(entries);
  }
}
