package io.entente.model.identity;

/** The owner of everything below it; present in every stored row. */
public record Tenant(String value) implements Comparable<Tenant> {

  public Tenant {
    Names.require("tenant", value);
  }

  @Override
  public int compareTo(Tenant other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
