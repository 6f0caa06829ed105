package io.entente.translator.reverse;

import io.entente.model.estate.Vendor;

/** Reads policies out of one vendor's documents. Pure and stateless; safe to share. */
public interface Reverse {

  Vendor vendor();

  /**
   * What the observed documents say as policies. A document is expressed only when the policies
   * found in it, translated again, give the same document; every other one is in the remainder as
   * it was. Never throws for anything a gateway may hold.
   */
  Reading read(ReverseRequest request);

  /**
   * Whether the place that {@code found} was read from can stand for the one that we would make of
   * it, so that policies take it over as it is. By identity only; what it says is not looked at.
   *
   * @param found by {@link #read} of the same request
   */
  default InPlace inPlace(ReverseRequest request, FoundPolicy found) {
    return new InPlace.Cannot("Nothing that others made on this gateway can stand for ours.");
  }
}
