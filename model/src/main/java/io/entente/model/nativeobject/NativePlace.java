package io.entente.model.nativeobject;

import io.entente.model.tree.NodePath;

/**
 * One thing with an identity of its own on a gateway: an object, or an element of a list in one.
 *
 * @param key the object
 * @param path the root for the whole object, else a path that ends in an element's merge key
 */
public record NativePlace(ObjectKey key, NodePath path) implements Comparable<NativePlace> {

  public NativePlace {
    int last = path.segments().size() - 1;
    if (last >= 0 && !(path.segments().get(last) instanceof NodePath.Segment.Element)) {
      throw new IllegalArgumentException(
          "place '" + path + "' of " + key + " is neither the whole object nor an element");
    }
  }

  /** The whole object. */
  public static NativePlace of(ObjectKey key) {
    return new NativePlace(key, NodePath.root());
  }

  /** True for a whole object. */
  public boolean whole() {
    return path.segments().isEmpty();
  }

  /** True when both are elements of one list of one object, found by the same field. */
  public boolean beside(NativePlace other) {
    int last = path.segments().size() - 1;
    return !whole()
        && key.equals(other.key)
        && other.path.segments().size() == last + 1
        && other.path.segments().subList(0, last).equals(path.segments().subList(0, last))
        && element().field().equals(other.element().field());
  }

  /** The element's merge key; only of a place that is not a whole object. */
  public NodePath.Segment.Element element() {
    return (NodePath.Segment.Element) path.segments().get(path.segments().size() - 1);
  }

  /** What identifies it among its like: the object's native id, or the element's merge value. */
  public String id() {
    return whole() ? key.nativeId() : element().value();
  }

  @Override
  public int compareTo(NativePlace other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : path.toString().compareTo(other.path.toString());
  }

  /** For example {@code plugins/4711}, or {@code declarative_config/config#plugins[id=4711]}. */
  @Override
  public String toString() {
    return whole() ? key.toString() : key + "#" + path;
  }
}
