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
}
