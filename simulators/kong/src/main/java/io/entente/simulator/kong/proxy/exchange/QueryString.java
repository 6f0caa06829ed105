package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decoded arguments of a query or form, in wire text. An argument without {@code =} has {@link
 * #BARE} as its value. Not safe for several threads.
 */
public final class QueryString {

  /** Stands for an argument without a value; compared by identity. */
  @SuppressWarnings("StringOperationCanBeSimplified")
  public static final String BARE = new String("true");

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final Map<String, List<String>> arguments = new LinkedHashMap<>();

  public static QueryString parse(String raw) {
    var query = new QueryString();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      if (!name.isEmpty()) {
        query.append(name, equals < 0 ? BARE : decode(part.substring(equals + 1)));
      }
    }
    return query;
  }

  public Map<String, List<String>> arguments() {
    return Collections.unmodifiableMap(arguments);
  }

  public boolean isEmpty() {
    return arguments.isEmpty();
  }

  public boolean has(String name) {
    return arguments.containsKey(name);
  }

  public List<String> all(String name) {
    return List.copyOf(arguments.getOrDefault(name, List.of()));
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public void set(String name, String value) {
    arguments.put(name, new ArrayList<>(List.of(value)));
  }

  public void setAll(String name, List<String> values) {
    arguments.put(name, new ArrayList<>(values));
  }

  public void append(String name, String value) {
    arguments.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  public void remove(String name) {
    arguments.remove(name);
  }

  /** Encoded, names in lexical order, as Kong writes a query it was given as a table. */
  public String encode() {
    var parts = new ArrayList<String>();
    for (String name : new TreeSet<>(arguments.keySet())) {
      for (String value : all(name)) {
        parts.add(isBare(value) ? encode(name) : encode(name) + "=" + encode(value));
      }
    }
    return String.join("&", parts);
  }

  @SuppressWarnings("ReferenceEquality")
  public static boolean isBare(String value) {
    return value == BARE;
  }

  private static String encode(String text) {
    var out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == ' ') {
        out.append('+');
      } else if (UNRESERVED.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  /** Percent and plus decoding; a broken escape stays as it is. */
  public static String decode(String text) {
    byte[] in = Wire.bytes(text);
    var out = new StringBuilder();
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '+') {
        out.append(' ');
      } else if (in[i] == '%' && i + 2 < in.length && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
        out.append((char) (hex(in[i + 1]) * 16 + hex(in[i + 2])));
        i += 2;
      } else {
        out.append((char) (in[i] & 0xFF));
      }
    }
    return out.toString();
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
