package io.entente.cli.offline;

import java.util.Locale;
import java.util.Set;

/** Names of ours out of names of others. */
final class Slug {

  private static final int LONGEST = 100;

  private Slug() {}

  /** A name that nobody of {@code taken} has, and that is then among them. */
  static String unused(String text, Set<String> taken) {
    String plain = of(text);
    String name = plain;
    for (int i = 2; !taken.add(name); i++) {
      name = plain + "-" + i;
    }
    return name;
  }

  private static String of(String text) {
    String plain =
        text.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
    String name = cut.replaceAll("^[.-]+|[.-]+$", "");
    return name.isEmpty() ? "unnamed" : name;
  }
}
