package io.entente.model.nativeobject;

import io.entente.model.tree.NodePath;
import java.util.Set;

/** Which part of a native object is ours, and because of which documents. */
public sealed interface Claim {

  /** The documents that this part comes from; at least one. */
  Set<ClaimSource> sources();

  /** The whole object. */
  record Whole(Set<ClaimSource> sources) implements Claim {
    public Whole {
      sources = Claims.requireSources(sources);
    }
  }

  /** These fields (trees) of an object that is otherwise foreign, with all that lies below them. */
  record Fields(Set<NodePath> paths, Set<ClaimSource> sources) implements Claim {
    public Fields {
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("a FIELDS claim names no path");
      }
      paths = Set.copyOf(paths);
      sources = Claims.requireSources(sources);
    }
  }

  /** One element of a list, found by its merge key: {@code list[field=value]}. */
  record Element(NodePath list, String mergeField, String mergeValue, Set<ClaimSource> sources)
      implements Claim {
    public Element {
      if (mergeField.isBlank()) {
        throw new IllegalArgumentException("an ELEMENT claim on '" + list + "' has no merge field");
      }
      sources = Claims.requireSources(sources);
    }

    /** The element's own path. */
    public NodePath path() {
      return list.element(mergeField, mergeValue);
    }
  }

  /** These files of an object made of files. */
  record FileSet(Set<String> names, Set<ClaimSource> sources) implements Claim {
    public FileSet {
      if (names.isEmpty()) {
        throw new IllegalArgumentException("a FILES claim names no file");
      }
      names = Set.copyOf(names);
      sources = Claims.requireSources(sources);
    }
  }
}
