package io.entente.reconciliation;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.FileTree;
import io.entente.model.claim.Regions;
import io.entente.model.claim.TreeLookup;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a plan from taking over what exists and is not ours.
 *
 * <p>Objects, elements and files have an identity: one that exists, was not ours and is not equal
 * to what we want belongs to somebody. Fields have none: claiming a field of a foreign object is
 * meant to override its value, and the plan shows it.
 */
final class ForeignGuard {

  private ForeignGuard() {}

  /**
   * @param observed canonical
   * @param desired canonical, with the claims that will hold
   * @param former what was ours until now
   */
  static void require(NativeObject observed, NativeObject desired, Set<Claim> former) {
    var problems = new ArrayList<Problem>();
    Node now = FileTree.root(observed.content());
    Node wanted = FileTree.root(desired.content());
    Optional<Node> foreign =
        former.isEmpty()
            ? Optional.of(now)
            : ClaimMerge.remove(observed, former).map(FileTree::root);
    for (NodePath path : Regions.of(desired.claims())) {
      if (TreeLookup.ambiguous(now, path)) {
        problems.add(ambiguous(observed, path));
      } else if (hasIdentity(path, desired)) {
        var theirs = foreign.flatMap(root -> TreeLookup.find(root, path));
        if (theirs.isPresent() && !theirs.equals(TreeLookup.find(wanted, path))) {
          problems.add(foreign(observed, path));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static boolean hasIdentity(NodePath path, NativeObject desired) {
    List<NodePath.Segment> segments = path.segments();
    return desired.content() instanceof Content.Files
        || segments.isEmpty()
        || segments.get(segments.size() - 1) instanceof NodePath.Segment.Element;
  }

  private static Problem foreign(NativeObject observed, NodePath path) {
    return Problem.user(
        "FOREIGN_OBJECT",
        place(observed, path) + " exists, is not ours and is not what we would write.",
        place(observed, path),
        "Rename ours, or remove theirs, or make theirs equal so that it can be adopted.");
  }

  private static Problem ambiguous(NativeObject observed, NodePath path) {
    return Problem.user(
        "AMBIGUOUS_ELEMENT",
        place(observed, path) + " exists more than once, so which one is ours cannot be told.",
        place(observed, path),
        "Remove or rename the others on the gateway, refresh and plan again.");
  }

  private static String place(NativeObject observed, NodePath path) {
    return path.equals(NodePath.root())
        ? observed.key().toString()
        : observed.key() + " at " + path;
  }
}
