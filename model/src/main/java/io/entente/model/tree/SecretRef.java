package io.entente.model.tree;

/** Where a secret can be had, for example {@code vault:kv/gateways/eu#token}; not the secret. */
public record SecretRef(String value) {

  public SecretRef {
    if (value.isBlank()) {
      throw new IllegalArgumentException("secret reference is blank");
    }
  }
}
