package io.entente.simulator.kong.proxy.wire;

/** One header line; the name keeps the letter case it came with. */
public record HeaderField(String name, String value) {

  public HeaderField {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a header needs a name, value was '" + value + "'");
    }
  }

  boolean named(String other) {
    return name.equalsIgnoreCase(other);
  }
}
