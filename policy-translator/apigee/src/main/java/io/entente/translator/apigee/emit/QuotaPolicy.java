package io.entente.translator.apigee.emit;

import java.util.Optional;

/** Quota: a counter for each key, kept by the instance's whole region and asked every time. */
final class QuotaPolicy {

  private QuotaPolicy() {}

  /**
   * @param key flow variable that names the caller; empty for one counter for all
   */
  static String file(String name, long requests, QuotaWindow window, Optional<String> key) {
    XmlDocument quota =
        XmlDocument.policy("Quota", name, "type", "rollingwindow")
            .with(XmlDocument.of("Allow", "count", Long.toString(requests)))
            .with("Interval", Long.toString(window.interval()))
            .with("TimeUnit", window.unit().word())
            .with("Distributed", "true")
            .with("Synchronous", "true");
    key.ifPresent(variable -> quota.with(XmlDocument.of("Identifier", "ref", variable)));
    return quota.file();
  }
}
