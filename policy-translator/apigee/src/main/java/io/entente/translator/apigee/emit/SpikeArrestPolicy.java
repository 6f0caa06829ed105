package io.entente.translator.apigee.emit;

import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import java.util.Optional;

/** SpikeArrest, counting in a sliding second over the region or spreading requests over time. */
final class SpikeArrestPolicy {

  /** What Apigee documents as the most. */
  static final long MOST_PER_SECOND = 4_000;

  /** What Apigee documents as the most. */
  static final long MOST_PER_MINUTE = 240_000;

  private SpikeArrestPolicy() {}

  /**
   * @param key flow variable that names the caller; empty for one counter for all
   */
  static String counting(String name, long perSecond, Optional<String> key) {
    return file(name, perSecond + "ps", true, key);
  }

  /**
   * @param key flow variable that names the caller; empty for one flow for all
   */
  static String spreading(String name, SpikeArrest arrest, Optional<String> key) {
    String unit = arrest.per() == Per.SECOND ? "ps" : "pm";
    return file(name, arrest.rate() + unit, false, key);
  }

  private static String file(
      String name, String rate, boolean effectiveCount, Optional<String> key) {
    XmlDocument arrest = XmlDocument.policy("SpikeArrest", name);
    key.ifPresent(variable -> arrest.with(XmlDocument.of("Identifier", "ref", variable)));
    return arrest
        .with("Rate", rate)
        .with("UseEffectiveCount", Boolean.toString(effectiveCount))
        .file();
  }
}
