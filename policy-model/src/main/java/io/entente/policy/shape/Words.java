package io.entente.policy.shape;

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
    // a third of the letters wrong is a slip, more is another word
    int slip = Math.max(1, Math.min(misspelt.length(), 64) / 3);
    return words.stream()
        .filter(word -> Math.abs(word.length() - lower.length()) <= slip)
        .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= slip)
        .min(
            Comparator.comparingInt((String word) -> distance(lower, word.toLowerCase(Locale.ROOT)))
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

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
