package io.entente.simulator.kong.proxy.plugin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A media type with its parameters, all lower case. */
record MediaType(String type, String subtype, Map<String, String> parameters) {

  MediaType {
    parameters = Map.copyOf(parameters);
  }

  static MediaType of(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
    String[] names = parts[0].strip().split("/", 2);
    var parameters = new HashMap<String, String>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].strip().split("=", 2);
      if (pair.length == 2) {
        parameters.put(pair[0].strip(), pair[1].strip().replace("\"", ""));
      }
    }
    return new MediaType(names[0], names.length == 2 ? names[1] : "", parameters);
  }

  /** Whether {@code other} is of this type, {@code *} being any; parameters must be the same. */
  boolean covers(MediaType other) {
    return (type.equals("*") || type.equals(other.type))
        && (subtype.equals("*") || subtype.equals(other.subtype))
        && parameters.equals(other.parameters);
  }
}
