package io.entente.connector.kong.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One sample of the Prometheus text format: {@code name{label="value",…} number}. */
record MetricLine(Map<String, String> labels, long value) {

  MetricLine {
    labels = Map.copyOf(labels);
  }

  /** The sample, when {@code line} is a whole one of {@code family}. */
  static Optional<MetricLine> of(String family, String line) {
    if (!line.startsWith(family)) {
      return Optional.empty();
    }
    int at = family.length();
    Map<String, String> labels = new HashMap<>();
    if (at < line.length() && line.charAt(at) == '{') {
      at = labels(line, at + 1, labels);
    }
    if (at < 0 || at >= line.length() || !Character.isWhitespace(line.charAt(at))) {
      return Optional.empty();
    }
    OptionalLong value = count(line.substring(at).strip().split("\\s+", 2)[0]);
    return value.isPresent()
        ? Optional.of(new MetricLine(labels, value.getAsLong()))
        : Optional.empty();
  }

  String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** Reads labels up to and with the closing brace; where it ends, or -1 when it does not. */
  private static int labels(String line, int start, Map<String, String> labels) {
    int at = start;
    while (at < line.length() && line.charAt(at) != '}') {
      int equals = line.indexOf("=\"", at);
      if (equals < 0) {
        return -1;
      }
      String name = line.substring(at, equals).strip();
      var value = new StringBuilder();
      at = text(line, equals + 2, value);
      if (at < 0) {
        return -1;
      }
      labels.put(name, value.toString());
      if (at < line.length() && line.charAt(at) == ',') {
        at++;
      }
    }
    return at < line.length() ? at + 1 : -1;
  }

  /** Reads a quoted text up to and with its closing quote; where it ends, or -1. */
  private static int text(String line, int start, StringBuilder value) {
    for (int at = start; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\' && at + 1 < line.length()) {
        at++;
        value.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
      } else {
        value.append(c);
      }
    }
    return -1;
  }

  private static OptionalLong count(String text) {
    try {
      double value = Double.parseDouble(text);
      boolean whole = value >= 0 && value < 9e15 && value == Math.rint(value);
      return whole ? OptionalLong.of((long) value) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
