package io.entente.model.identity;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorted labels of a document; selectors match on them. */
public record Labels(SortedMap<String, String> values) {

  private static final Labels NONE = new Labels(new TreeMap<>());

  public Labels {
    for (var entry : values.entrySet()) {
      if (entry.getKey().isBlank() || entry.getKey().length() > 253) {
        throw new IllegalArgumentException("label key '" + entry.getKey() + "' is blank or > 253");
      }
      if (entry.getValue().length() > 253) {
        throw new IllegalArgumentException("label '" + entry.getKey() + "' has a value > 253 long");
      }
    }
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Labels none() {
    return NONE;
  }

  public static Labels of(Map<String, String> values) {
    return new Labels(new TreeMap<>(values));
  }

  /** True when every pair of {@code selector} is present here; an empty selector matches all. */
  public boolean match(Labels selector) {
    return values.entrySet().containsAll(selector.values.entrySet());
  }
}
