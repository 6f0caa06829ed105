package io.entente.translator.kong.reverse;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What to say of a path that no policy says. Never a value: it may be a secret. */
final class Sentences {

  private static final Map<String, String> GENERAL =
      Map.of(
          "protocols", "It acts on other protocols than the plugin does of itself.",
          "instance_name", "It has a name of its own; ours have none.",
          "ordering", "Its order among the plugins is changed.");

  private Sentences() {}

  /** The sentence of the closest path at or above {@code path}. */
  static String about(String path, Map<String, String> sentences) {
    return closest(path, sentences)
        .or(() -> closest(path, GENERAL))
        .orElse("It is set otherwise than a policy of this kind would, and no policy says it.");
  }

  private static Optional<String> closest(String path, Map<String, String> sentences) {
    return sentences.entrySet().stream()
        .filter(e -> path.equals(e.getKey()) || path.startsWith(e.getKey() + "."))
        .max(Comparator.comparingInt(e -> e.getKey().length()))
        .map(Map.Entry::getValue);
  }
}
