package io.entente.translator.apigee.emit;

import io.entente.policy.Quota.Period;
import java.util.Locale;
import java.util.Optional;

/** Quota: a counter for each key, kept by the instance's whole region and asked every time. */
final class QuotaPolicy {

  /** In UTC the beginning of an hour, a day, a week (a Monday) and a month, all at once. */
  static final String START = "2024-01-01 00:00:00";

  private QuotaPolicy() {}

  /**
   * @param key flow variable that names the caller; empty for one counter for all
   */
  static String rolling(String name, long requests, QuotaWindow window, Optional<String> key) {
    XmlDocument quota =
        of(name, "rollingwindow", requests)
            .with("Interval", Long.toString(window.interval()))
            .with("TimeUnit", window.unit().word());
    return counted(quota, key);
  }

  /**
   * @param key flow variable that names the caller; empty for one counter for all
   */
  static String calendar(String name, long requests, Period period, Optional<String> key) {
    XmlDocument quota =
        of(name, "calendar", requests)
            .with("Interval", "1")
            .with("TimeUnit", period.name().toLowerCase(Locale.ROOT))
            .with("StartTime", START);
    return counted(quota, key);
  }

  private static XmlDocument of(String name, String type, long requests) {
    return XmlDocument.policy("Quota", name, "type", type)
        .with(XmlDocument.of("Allow", "count", Long.toString(requests)));
  }

  private static String counted(XmlDocument quota, Optional<String> key) {
    quota.with("Distributed", "true").with("Synchronous", "true");
    key.ifPresent(variable -> quota.with(XmlDocument.of("Identifier", "ref", variable)));
    return quota.file();
  }
}
