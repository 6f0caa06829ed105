package io.entente.model.identity;

/** One match rule of an API, unique within its API. */
public record RouteName(String value) implements Comparable<RouteName> {

  public RouteName {
    Names.require("route", value);
  }

  @Override
  public int compareTo(RouteName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
