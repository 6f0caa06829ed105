package io.entente.hub.estate;

/** What a gateway is called with while it is tested. */
public sealed interface CalledWith {

  /** Nothing of an operator's. */
  record Nothing() implements CalledWith {}

  /** What is stored for the gateway of this name. */
  record Stored() implements CalledWith {}

  /** What came with the request; kept nowhere. */
  record Given(String credential) implements CalledWith {

    /** Without the credential: records are printed by accident. */
    @Override
    public String toString() {
      return "Given";
    }
  }
}
