package io.entente.model.nativeobject;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A vendor document: a tree, or files by the hash of their bytes. */
public sealed interface Content {

  record Tree(Node root) implements Content {}

  /**
   * File name (forward slashes, relative, no {@code ..}, no control characters) to the hash of its
   * bytes.
   */
  record Files(SortedMap<String, Hash> entries) implements Content {

    private static final Set<String> UNSAFE = Set.of("", ".", "..");

    public Files {
      for (String name : entries.keySet()) {
        if (name.isBlank()
            || name.contains("\\")
            || name.chars().anyMatch(Character::isISOControl)
            || Arrays.stream(name.split("/", -1)).anyMatch(UNSAFE::contains)) {
          throw new IllegalArgumentException(
              "file name '" + name + "' is not a safe relative path");
        }
      }
      entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
  }

  /** Hash of the canonical form. */
  default Hash hash() {
    if (this instanceof Tree tree) {
      return Hash.ofText("tree\n" + CanonicalText.of(tree.root()));
    }
    var text = new StringBuilder("files\n");
    ((Files) this)
        .entries()
        .forEach((name, hash) -> text.append(hash.hex()).append(' ').append(name).append('\n'));
    return Hash.ofText(text.toString());
  }
}
