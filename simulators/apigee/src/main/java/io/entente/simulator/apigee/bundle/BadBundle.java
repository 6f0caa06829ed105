package io.entente.simulator.apigee.bundle;

import io.entente.simulator.apigee.error.BundleViolation;
import io.entente.simulator.apigee.error.Refusal;
import java.util.List;

/** Shorthand for a bundle that is refused for one reason. */
final class BadBundle {

  private BadBundle() {}

  static Refusal of(String filename, String description) {
    return Refusal.badBundle(List.of(new BundleViolation(filename, description)));
  }
}
