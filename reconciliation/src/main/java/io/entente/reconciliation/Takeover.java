package io.entente.reconciliation;

import io.entente.model.nativeobject.NativePlace;
import io.entente.model.tree.Node;

/**
 * A thing that others made on a gateway and that stands for one we would make, because it said the
 * same when policies were read out of it.
 *
 * @param id of the record
 * @param ours where we would have made ours
 * @param theirs where what they made is; it keeps its identity
 * @param found what it held then, canonical
 */
public record Takeover(long id, NativePlace ours, NativePlace theirs, Node.Obj found) {

  public Takeover {
    boolean same =
        ours.whole()
            ? theirs.whole() && ours.key().kind().equals(theirs.key().kind())
            : ours.key().equals(theirs.key()) && ours.beside(theirs);
    if (!same) {
      throw new IllegalArgumentException(
          theirs + " cannot stand for " + ours + ": they are not things of one collection");
    }
  }
}
