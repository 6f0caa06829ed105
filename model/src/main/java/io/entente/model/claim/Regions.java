package io.entente.model.claim;

import io.entente.model.nativeobject.Claim;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.NodePath.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Claims as places: the outermost paths that are claimed. A file is a path of one field. */
public final class Regions {

  private Regions() {}

  /** Outermost claimed paths, in {@link PathOrder}. */
  public static List<NodePath> of(Set<Claim> claims) {
    var all = new TreeSet<>(PathOrder.INSTANCE);
    for (Claim claim : claims) {
      all.addAll(of(claim));
    }
    var outermost = new ArrayList<NodePath>();
    for (NodePath path : all) {
      if (!covered(path, outermost)) {
        outermost.add(path);
      }
    }
    return outermost;
  }

  public static Set<NodePath> of(Claim claim) {
    if (claim instanceof Claim.Fields fields) {
      return fields.paths();
    }
    if (claim instanceof Claim.Element element) {
      return Set.of(element.path());
    }
    if (claim instanceof Claim.FileSet files) {
      var paths = new TreeSet<>(PathOrder.INSTANCE);
      files.names().forEach(name -> paths.add(NodePath.of(name)));
      return paths;
    }
    return Set.of(NodePath.root());
  }

  /** True when {@code path} is one of {@code regions} or lies below one. */
  public static boolean covered(NodePath path, List<NodePath> regions) {
    return regions.stream().anyMatch(path::startsWith);
  }

  /** The list a region is an element of, with the field it is found by. */
  public record ListOf(NodePath list, String field) {

    public static Optional<ListOf> region(NodePath path) {
      int last = path.segments().size() - 1;
      if (last >= 0 && path.segments().get(last) instanceof Segment.Element element) {
        return Optional.of(
            new ListOf(new NodePath(path.segments().subList(0, last)), element.field()));
      }
      return Optional.empty();
    }
  }
}
