package io.entente.hub.ingest.otlp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The process that records are of, as it names itself. For one thread. */
final class OtlpProcess {

  private final Map<String, String> values = new HashMap<>();

  void put(String name, String value) {
    if (OtlpNames.ofResource(name)) {
      values.put(name, value);
    }
  }

  /** Names the process on its records. */
  void own(List<OtlpRecord> records) {
    String node = values.getOrDefault(OtlpNames.INSTANCE, values.getOrDefault(OtlpNames.HOST, ""));
    records.forEach(record -> record.node = node);
  }
}
