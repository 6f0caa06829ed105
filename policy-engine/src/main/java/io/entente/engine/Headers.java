package io.entente.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Headers of a message: values in order, by lower-case name. Immutable; names are taken in any
 * case.
 */
public record Headers(SortedMap<String, List<String>> values) {

  private static final Headers NONE = new Headers(new TreeMap<>());

  public Headers {
    var copy = new TreeMap<String, List<String>>();
    for (var entry : values.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        copy.merge(lower(entry.getKey()), List.copyOf(entry.getValue()), Headers::joined);
      }
    }
    values = Collections.unmodifiableSortedMap(copy);
  }

  public static Headers none() {
    return NONE;
  }

  public static Headers of(Map<String, List<String>> values) {
    return new Headers(new TreeMap<>(values));
  }

  /** The values of a header in order; empty when it is absent. */
  public List<String> get(String name) {
    return values.getOrDefault(lower(name), List.of());
  }

  /** One value, whatever was there. */
  public Headers set(String name, String value) {
    return with(name, List.of(value));
  }

  /** This value, only where the header is absent. */
  public Headers addIfAbsent(String name, String value) {
    return get(name).isEmpty() ? set(name, value) : this;
  }

  /** One more value after those that are there. */
  public Headers append(String name, String value) {
    return with(name, joined(get(name), List.of(value)));
  }

  /** No value any more. */
  public Headers remove(String name) {
    return with(name, List.of());
  }

  private Headers with(String name, List<String> headerValues) {
    var copy = new TreeMap<>(values);
    copy.put(lower(name), headerValues);
    return new Headers(copy);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
