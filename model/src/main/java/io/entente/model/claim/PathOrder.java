package io.entente.model.claim;

import io.entente.model.tree.NodePath;
import io.entente.model.tree.NodePath.Segment;
import java.util.Comparator;

/** A total order of paths: parents before children, positions by number. */
public final class PathOrder implements Comparator<NodePath> {

  public static final PathOrder INSTANCE = new PathOrder();

  private PathOrder() {}

  @Override
  public int compare(NodePath left, NodePath right) {
    int shared = Math.min(left.segments().size(), right.segments().size());
    for (int i = 0; i < shared; i++) {
      int order = compare(left.segments().get(i), right.segments().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.segments().size(), right.segments().size());
  }

  private static int compare(Segment left, Segment right) {
    if (left instanceof Segment.Field a && right instanceof Segment.Field b) {
      return a.name().compareTo(b.name());
    }
    if (left instanceof Segment.Index a && right instanceof Segment.Index b) {
      return Integer.compare(a.position(), b.position());
    }
    if (left instanceof Segment.Element a && right instanceof Segment.Element b) {
      int byField = a.field().compareTo(b.field());
      return byField != 0 ? byField : a.value().compareTo(b.value());
    }
    return Integer.compare(rank(left), rank(right));
  }

  private static int rank(Segment segment) {
    return segment instanceof Segment.Field ? 0 : segment instanceof Segment.Index ? 1 : 2;
  }
}
