package io.entente.translator.apigee.emit;

import java.util.Optional;

/** SpikeArrest, counting in a sliding second over the region instead of smoothing. */
final class SpikeArrestPolicy {

  /** What Apigee documents as the most. */
  static final long MOST_PER_SECOND = 4_000;

  private SpikeArrestPolicy() {}

  /**
   * @param key flow variable that names the caller; empty for one counter for all
   */
  static String file(String name, long perSecond, Optional<String> key) {
    XmlDocument arrest = XmlDocument.policy("SpikeArrest", name);
    key.ifPresent(variable -> arrest.with(XmlDocument.of("Identifier", "ref", variable)));
    return arrest.with("Rate", perSecond + "ps").with("UseEffectiveCount", "true").file();
  }
}
