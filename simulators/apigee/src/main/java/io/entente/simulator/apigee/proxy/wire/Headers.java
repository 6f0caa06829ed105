package io.entente.simulator.apigee.proxy.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header lines in order; names are compared without letter case. Not safe for several threads. */
public final class Headers {

  private record Field(String name, String value) {}

  private final List<Field> fields = new ArrayList<>();

  public static Headers of(String... namesAndValues) {
    var headers = new Headers();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  public Headers copy() {
    var copy = new Headers();
    copy.fields.addAll(fields);
    return copy;
  }

  public Headers add(String name, String value) {
    fields.add(new Field(name, value));
    return this;
  }

  /** Replaces every header of this name by one, at the place of the first. */
  public Headers set(String name, String value) {
    int at = 0;
    while (at < fields.size() && !fields.get(at).name().equalsIgnoreCase(name)) {
      at++;
    }
    remove(name);
    fields.add(Math.min(at, fields.size()), new Field(name, value));
    return this;
  }

  public Headers remove(String name) {
    fields.removeIf(field -> field.name().equalsIgnoreCase(name));
    return this;
  }

  public void clear() {
    fields.clear();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  /** The first line's value. */
  public Optional<String> first(String name) {
    return lines(name).stream().findFirst();
  }

  /** One entry a header line. */
  public List<String> lines(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** All values, where a comma separates two. */
  public List<String> values(String name) {
    return lines(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** Each name once, as first written. */
  public List<String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    fields.forEach(f -> names.putIfAbsent(f.name().toLowerCase(Locale.ROOT), f.name()));
    return List.copyOf(names.values());
  }

  public void forEach(BiConsumer<String, String> action) {
    List.copyOf(fields).forEach(field -> action.accept(field.name(), field.value()));
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
