package io.entente.hub.drift;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person decided about one place of drift. Never changed, only ended.
 *
 * @param id unique
 * @param gateway which gateway
 * @param key the object
 * @param path where in it
 * @param version counts the decisions of this place, from 1
 * @param what which decision
 * @param wanted what the documents wanted there at that instant
 * @param was what was applied there last
 * @param found what was there instead; a secret by its fingerprint only
 * @param files true when both sides are hashes of files
 * @param sources the documents concerned
 * @param reason why, in the person's words
 * @param by who decided
 * @param at when
 * @param ended how it ended; empty while in force
 */
public record DriftDecision(
    long id,
    GatewayId gateway,
    ObjectKey key,
    NodePath path,
    int version,
    What what,
    Optional<Node> wanted,
    Optional<Node> was,
    Optional<Node> found,
    boolean files,
    List<ClaimSource> sources,
    String reason,
    String by,
    Instant at,
    Optional<End> ended) {

  /** Which decision. */
  public sealed interface What {
    /** What was found stays, and is what is desired there. */
    record Adopt() implements What {}

    /** It is not reported until then. */
    record Ignore(Instant until) implements What {}
  }

  /** How, when and by whom it ended. */
  public record End(DecisionEnd as, Instant at, String by) {}

  public DriftDecision {
    sources = List.copyOf(sources);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("decision about " + key + " gives no reason");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of a decision is below 1");
    }
  }

  public boolean inForce() {
    return ended.isEmpty();
  }

  /** True when it is about this place. */
  public boolean of(ObjectKey object, NodePath place) {
    return key.equals(object) && path.equals(place);
  }
}
