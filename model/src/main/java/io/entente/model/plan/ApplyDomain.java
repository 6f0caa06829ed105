package io.entente.model.plan;

/** What is locked and converges together on a gateway, for example one xDS snapshot. */
public record ApplyDomain(String value) {

  public ApplyDomain {
    if (value.isBlank()) {
      throw new IllegalArgumentException("apply domain is blank");
    }
  }
}
