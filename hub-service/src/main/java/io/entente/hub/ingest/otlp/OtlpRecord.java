package io.entente.hub.ingest.otlp;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is kept of one log record while it is read. For one thread. */
final class OtlpRecord {

  private final SortedMap<String, String> values = new TreeMap<>();

  /** Nanoseconds since 1970; 0 where not given. */
  long time;

  /** The same, when the exporter saw it. */
  long observed;

  /** Hexadecimal; empty where not given. */
  String trace = "";

  String span = "";
  String node = "";

  void put(String name, String value) {
    if (OtlpNames.ofRecord(name)) {
      values.put(name, value);
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Everything that tells this record from others. */
  String identity() {
    return node + '|' + time + '|' + observed + '|' + trace + '|' + span + '|' + values;
  }
}
