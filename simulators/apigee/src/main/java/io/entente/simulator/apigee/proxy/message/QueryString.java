package io.entente.simulator.apigee.proxy.message;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters in order; what nobody changed is sent on as it came. */
public final class QueryString {

  private record Parameter(String raw, String name, String value) {}

  private final List<Parameter> parameters = new ArrayList<>();

  public static QueryString parse(String text) {
    var query = new QueryString();
    for (String raw : text.split("&", -1)) {
      if (!raw.isEmpty()) {
        int equals = raw.indexOf('=');
        String name = equals < 0 ? raw : raw.substring(0, equals);
        String value = equals < 0 ? "" : raw.substring(equals + 1);
        query.parameters.add(new Parameter(raw, decoded(name), decoded(value)));
      }
    }
    return query;
  }

  public QueryString copy() {
    var copy = new QueryString();
    copy.parameters.addAll(parameters);
    return copy;
  }

  public List<String> values(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  public Set<String> names() {
    return parameters.stream()
        .map(Parameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public int size() {
    return parameters.size();
  }

  public void add(String name, String value) {
    String raw =
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    parameters.add(new Parameter(raw, name, value));
  }

  public void set(String name, String value) {
    remove(name);
    add(name, value);
  }

  public void remove(String name) {
    parameters.removeIf(p -> p.name().equals(name));
  }

  public void clear() {
    parameters.clear();
  }

  /** As it goes on the wire, without a question mark. */
  @Override
  public String toString() {
    return parameters.stream().map(Parameter::raw).collect(Collectors.joining("&"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
