package io.entente.hub.preview;

import io.entente.translator.Shadowed;

/** A policy that a foreign object keeps from acting, in the words a plan has for it. */
public record ShadowView(
    String policy, int version, String target, String why, String by, String reason) {

  static ShadowView of(Shadowed shadowed) {
    return new ShadowView(
        shadowed.policy().policy().value(),
        shadowed.policy().version(),
        shadowed.target(),
        shadowed.why().name(),
        shadowed.by().toString(),
        shadowed.reason());
  }
}
