package io.entente.model.identity;

/** One policy document. */
public record PolicyName(String value) implements Comparable<PolicyName> {

  public PolicyName {
    Names.require("policy", value);
  }

  @Override
  public int compareTo(PolicyName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
