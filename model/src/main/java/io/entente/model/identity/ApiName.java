package io.entente.model.identity;

/** One API, the same on every gateway it is bound to. */
public record ApiName(String value) implements Comparable<ApiName> {

  public ApiName {
    Names.require("api", value);
  }

  @Override
  public int compareTo(ApiName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
