package io.entente.practice;

import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs after the first word. */
final class Options {

  private Options() {}

  static Map<String, String> read(String[] args) {
    var options = new HashMap<String, String>();
    for (int i = 1; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("'" + args[i] + "' is not an option with a value");
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }

  static String need(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  static int number(Map<String, String> options, String name, int otherwise) {
    String value = options.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }
}
