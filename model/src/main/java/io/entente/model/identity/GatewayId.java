package io.entente.model.identity;

/** One managed gateway installation, named by its operator. */
public record GatewayId(String value) implements Comparable<GatewayId> {

  public GatewayId {
    Names.require("gateway", value);
  }

  @Override
  public int compareTo(GatewayId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
