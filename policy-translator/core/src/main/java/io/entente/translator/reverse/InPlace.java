package io.entente.translator.reverse;

import io.entente.model.nativeobject.NativePlace;

/** Whether what others made can stand for what we would make of the policies found in it. */
public sealed interface InPlace {

  /**
   * It can.
   *
   * @param theirs where it is
   * @param ours where ours would be, were there nothing
   */
  record Stands(NativePlace theirs, NativePlace ours) implements InPlace {}

  /**
   * It cannot.
   *
   * @param why one sentence
   */
  record Cannot(String why) implements InPlace {
    public Cannot {
      if (why.isBlank()) {
        throw new IllegalArgumentException("nothing says why it cannot stand for ours");
      }
    }
  }
}
