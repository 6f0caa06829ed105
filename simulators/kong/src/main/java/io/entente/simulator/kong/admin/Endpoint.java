package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one path answers, by method. {@code HEAD} and {@code OPTIONS} come by themselves.
 *
 * @param methods in the order of their names
 */
record Endpoint(Map<String, Function<Request, Response>> methods) {

  Endpoint {
    methods = new TreeMap<>(methods);
  }

  static Endpoint get(Function<Request, Response> get) {
    return new Endpoint(Map.of("GET", get));
  }

  /** The names for {@code Allow}. */
  String allowed() {
    var names = new TreeSet<>(methods.keySet());
    names.add("OPTIONS");
    if (methods.containsKey("GET")) {
      names.add("HEAD");
    }
    return String.join(", ", names);
  }
}
