package io.entente.model.estate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who makes the gateway. */
public enum Vendor {
  ENVOY,
  KONG,
  APIGEE;

  /** The name used in documents. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Vendor> find(String label) {
    return Arrays.stream(values()).filter(v -> v.label().equals(label)).findFirst();
  }
}
