package io.entente.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The query of a request: parameters of a form, which may repeat. */
record QueryText(String text) {

  /** The values of a parameter, decoded, in order. */
  List<String> values(String name) {
    return Arrays.stream(text.split("&", -1))
        .filter(pair -> name(pair).equals(name))
        .map(pair -> pair.contains("=") ? decoded(pair.substring(pair.indexOf('=') + 1)) : "")
        .toList();
  }

  /** The values of every parameter, decoded, in order; none of an empty query. */
  SortedMap<String, List<String>> parameters() {
    var parameters = new TreeMap<String, List<String>>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        // one without a value says another thing than one with an empty value
        String value =
            pair.contains("=") ? "=" + decoded(pair.substring(pair.indexOf('=') + 1)) : "";
        parameters.computeIfAbsent(name(pair), each -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  /** The rest as it came. */
  QueryText without(String name) {
    return new QueryText(
        Arrays.stream(text.split("&", -1))
            .filter(pair -> !name(pair).equals(name))
            .collect(Collectors.joining("&")));
  }

  private static String name(String pair) {
    int end = pair.indexOf('=');
    return decoded(end < 0 ? pair : pair.substring(0, end));
  }

  /** What is no escape stands for itself. */
  static String decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (raw[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
