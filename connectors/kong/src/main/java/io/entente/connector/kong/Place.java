package io.entente.connector.kong;

import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in which object we are, and whether what we are in is tagged as ours. Its path is put
 * together only when asked for: most places hold no secret.
 */
final class Place {

  private final String object;
  private final @Nullable Place parent;
  private final NodePath.@Nullable Segment segment;
  private final boolean ours;

  private Place(
      String object, @Nullable Place parent, NodePath.@Nullable Segment segment, boolean ours) {
    this.object = object;
    this.parent = parent;
    this.segment = segment;
    this.ours = ours;
  }

  /** The root of an object. */
  static Place root(String object, boolean ours) {
    return new Place(object, null, null, ours);
  }

  boolean ours() {
    return ours;
  }

  Place field(String name) {
    return then(new NodePath.Segment.Field(name), ours);
  }

  Place index(int position) {
    return then(new NodePath.Segment.Index(position), ours);
  }

  /** An entity of a list, by its id where it has one. */
  Place entity(Optional<String> id, int position, boolean tagged) {
    return then(
        id.isPresent()
            ? new NodePath.Segment.Element("id", id.get())
            : new NodePath.Segment.Index(position),
        tagged);
  }

  SecretRef reference() {
    var segments = new ArrayDeque<NodePath.Segment>();
    for (Place at = this; at != null && at.segment != null; at = at.parent) {
      segments.addFirst(at.segment);
    }
    return new SecretRef(object + "#" + new NodePath(List.copyOf(segments)));
  }

  private Place then(NodePath.Segment next, boolean tagged) {
    return new Place(object, this, next, tagged);
  }
}
