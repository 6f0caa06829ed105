package io.entente.translator.envoy;

import java.util.Locale;

/** A host of an API: a name, {@code *.suffix} or {@code *}; lower case. */
record HostPattern(String text) implements Comparable<HostPattern> {

  HostPattern {
    text = text.toLowerCase(Locale.ROOT);
  }

  /** True when every request for {@code host} is one for this pattern. */
  boolean covers(HostPattern host) {
    if (text.equals("*") || text.equals(host.text)) {
      return true;
    }
    return text.startsWith("*.") && host.text.endsWith(text.substring(1));
  }

  /** Nearest first: names, then longer suffixes, then every host. */
  @Override
  public int compareTo(HostPattern other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : text.compareTo(other.text);
  }

  private int rank() {
    return text.startsWith("*") ? Integer.MAX_VALUE - text.length() : 0;
  }
}
