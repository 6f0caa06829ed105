package io.entente.simulator.apigee;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code --name value} and {@code --name=value}. */
final class CommandLine {

  private CommandLine() {}

  static Map<String, String> read(String[] arguments) {
    var words = new LinkedHashMap<String, String>();
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      int equals = word.indexOf('=');
      if (!word.startsWith("--")) {
        throw new IllegalArgumentException("'" + word + "' is not an option");
      }
      if (equals > 0) {
        words.put(word.substring(2, equals), word.substring(equals + 1));
      } else if (i + 1 < arguments.length) {
        words.put(word.substring(2), arguments[++i]);
      } else {
        throw new IllegalArgumentException("'" + word + "' has no value");
      }
    }
    return words;
  }
}
