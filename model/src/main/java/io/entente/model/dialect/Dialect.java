package io.entente.model.dialect;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.tree.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the vendor-neutral core must know of one vendor's documents. Pure: no I/O, no clock; safe to
 * share between threads. Used by hub, testkit and the offline CLI.
 */
public interface Dialect {

  Vendor vendor();

  /**
   * The form in which equal meaning is equal content: defaults the vendor adds are dropped or
   * written out, volatile fields removed, order-free lists sorted. Idempotent.
   */
  Content canonicalise(ObjectKey key, Content content);

  /**
   * The field that identifies an element of the list at {@code list} of an object of {@code kind},
   * for example {@code name}; empty where the list is compared by position.
   */
  Optional<String> mergeField(String kind, NodePath list);

  /**
   * Orders and groups changes for the vendor: what must exist first comes first, deletes come last
   * in reverse. Every change appears in exactly one step; step numbers count from 1 over all sets.
   */
  List<ChangeSet> pack(List<Change> changes, GatewayProfile profile);

  /**
   * What the gateway shall hold of {@code observed} once we give up {@code claims}; empty when the
   * object goes with them. By default our parts are taken out. A vendor whose object always has a
   * value there (what is attached, what is deployed) says which one stays.
   */
  default Optional<Content> released(NativeObject observed, Set<Claim> claims) {
    return ClaimMerge.remove(observed, claims);
  }

  /**
   * How what stands at {@code place} is named. Empty where a thing of others cannot stand for one
   * that we would make: it has no identity of its own, or ours is another kind of thing.
   */
  default Optional<Naming> naming(NativePlace place) {
    return Optional.empty();
  }
}
