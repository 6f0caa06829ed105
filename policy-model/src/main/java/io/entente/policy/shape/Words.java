package io.entente.policy.shape;

import io.entente.model.identity.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words for people: lists of what is valid, and the nearest word to a misspelt one. */
final class Words {

  private Words() {}

  static String oneOf(Collection<String> words) {
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
  }

  /** {@code ; did you mean 'window'?}, or nothing when no word is near. */
  static String hint(String misspelt, Collection<String> words) {
    return nearest(misspelt, words).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  static Optional<String> nearest(String misspelt, Collection<String> words) {
    String lower = misspelt.toLowerCase(Locale.ROOT);
    // two letters exchanged are two edits; a third of the letters wrong is still a slip
    int slip = misspelt.length() < 4 ? 1 : Math.max(2, Math.min(misspelt.length(), 64) / 3);
    return words.stream()
        .filter(word -> Math.abs(word.length() - lower.length()) <= slip)
        .filter(word -> Spelling.distance(lower, word.toLowerCase(Locale.ROOT)) <= slip)
        .min(
            Comparator.comparingInt(
                    (String word) -> Spelling.distance(lower, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  static String camel(String constant, boolean upper) {
    var out = new StringBuilder();
    boolean raise = upper;
    for (char c : constant.toCharArray()) {
      if (c == '_') {
        raise = true;
      } else {
        out.append(raise ? c : Character.toLowerCase(c));
        raise = false;
      }
    }
    return out.toString();
  }
}
