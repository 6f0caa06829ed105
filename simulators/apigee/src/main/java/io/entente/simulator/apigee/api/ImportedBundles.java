package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every bundle imported in this run, in order; at most 2000 are kept. Any thread. */
public final class ImportedBundles {

  private static final int KEPT = 2000;

  private final List<Entry> entries = new ArrayList<>();

  /** An imported bundle. */
  public record Entry(String organization, String name, String revision, Bundle bundle) {}

  synchronized void add(Entry entry) {
    if (entries.size() < KEPT) {
      entries.add(entry);
    }
  }

  /** What was imported so far. */
  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  /** Counted from 1. */
  public synchronized Optional<Entry> at(int number) {
    return number >= 1 && number <= entries.size()
        ? Optional.of(entries.get(number - 1))
        : Optional.empty();
  }

  /** {@code {bundles: [{number, organization, kind, name, revision, bytes}]}}. */
  public synchronized ObjectNode toJson() {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("bundles");
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      list.addObject()
          .put("number", i + 1)
          .put("organization", entry.organization())
          .put("kind", entry.bundle().kind().collection())
          .put("name", entry.name())
          .put("revision", entry.revision())
          .put("bytes", entry.bundle().zip().length);
    }
    return body;
  }
}
