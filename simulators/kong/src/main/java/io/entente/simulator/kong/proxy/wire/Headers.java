package io.entente.simulator.kong.proxy.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Header lines in order; names are compared without letter case. Not safe for several threads. */
public final class Headers implements Iterable<HeaderField> {

  private final List<HeaderField> fields = new ArrayList<>();

  public static Headers of(String... namesAndValues) {
    var headers = new Headers();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  public Headers copy() {
    return new Headers().addAll(this);
  }

  public Headers add(String name, String value) {
    fields.add(new HeaderField(name, value));
    return this;
  }

  public Headers addAll(Headers others) {
    fields.addAll(others.fields);
    return this;
  }

  /** Replaces every header of this name by one, at the place of the first. */
  public Headers set(String name, String value) {
    return setAll(name, List.of(value));
  }

  public Headers setAll(String name, Collection<String> values) {
    int at = fields.size();
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (fields.get(i).named(name)) {
        fields.remove(i);
        at = i;
      }
    }
    for (String value : values) {
      fields.add(at++, new HeaderField(name, value));
    }
    return this;
  }

  public Headers remove(String name) {
    fields.removeIf(field -> field.named(name));
    return this;
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(field -> field.named(name));
  }

  /** The first value. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.named(name)).map(HeaderField::value).findFirst();
  }

  public List<String> all(String name) {
    return fields.stream().filter(f -> f.named(name)).map(HeaderField::value).toList();
  }

  /** Lower-case names, each once, sorted. */
  public Collection<String> names() {
    var names = new TreeSet<String>();
    fields.forEach(field -> names.add(field.name().toLowerCase(Locale.ROOT)));
    return names;
  }

  @Override
  public Iterator<HeaderField> iterator() {
    return List.copyOf(fields).iterator();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
