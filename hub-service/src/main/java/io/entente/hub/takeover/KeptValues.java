package io.entente.hub.takeover;

import io.entente.model.claim.TreeLookup;
import io.entente.model.dialect.Dialect;
import io.entente.model.dialect.Naming;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a thing of others says beyond its policies, as values that stay by decision. */
final class KeptValues {

  private KeptValues() {}

  /** It says something that is no value of one place. */
  static final class NotKeptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NotKeptException(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * The values, each with what the documents want in its place. Marks are none: those of others
   * stay anyway.
   *
   * @param wanted the object with what the documents want of the candidate
   */
  static List<Adoption> of(Dialect dialect, NativeObject wanted, Candidate candidate)
      throws NotKeptException {
    var kept = new ArrayList<Adoption>();
    Naming naming = dialect.naming(candidate.theirs()).orElseThrow();
    for (var beyond : candidate.beyond().entrySet()) {
      NodePath path = NodePath.parse(beyond.getKey());
      if (path.segments().size() == 1 && naming.marks().contains(beyond.getKey())) {
        continue;
      }
      NodePath place = candidate.theirs().path();
      for (NodePath.Segment segment : path.segments()) {
        place = place.then(segment);
      }
      Optional<Node> ours = Adopted.at(dialect, wanted, place);
      Optional<Node> theirs = TreeLookup.find(candidate.found(), path);
      if (ours.isEmpty() && theirs.isEmpty()) {
        throw new NotKeptException("No policy says " + beyond.getKey() + ": " + beyond.getValue());
      }
      if (holdsUnknown(ours) || holdsUnknown(theirs)) {
        throw new NotKeptException(
            beyond.getKey()
                + " holds a secret, of which the hub knows a fingerprint and no value.");
      }
      if (!ours.equals(theirs)) {
        kept.add(
            new Adoption(
                0,
                candidate.theirs().key(),
                place,
                ours,
                theirs,
                "import",
                Instant.EPOCH,
                "Found at import. " + beyond.getValue()));
      }
    }
    return kept;
  }

  private static boolean holdsUnknown(Optional<Node> node) {
    return node.filter(KeptValues::holdsUnknown).isPresent();
  }

  private static boolean holdsUnknown(Node node) {
    if (node instanceof Node.Obj obj) {
      return obj.fields().values().stream().anyMatch(KeptValues::holdsUnknown);
    }
    if (node instanceof Node.Arr arr) {
      return arr.items().stream().anyMatch(KeptValues::holdsUnknown);
    }
    return node instanceof Node.Secret || node instanceof Node.Pending;
  }
}
