package io.entente.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an answer says in Cache-Control, by lower-case name; empty text where it says no more. */
record CacheDirectives(SortedMap<String, String> said) {

  private static final List<String> NEVER = List.of("no-store", "no-cache", "private");

  static CacheDirectives of(Headers headers) {
    var said = new TreeMap<String, String>();
    for (String value : headers.get("cache-control")) {
      for (String part : value.split(",", -1)) {
        String[] words = part.strip().toLowerCase(Locale.ROOT).split("=", 2);
        said.putIfAbsent(words[0].strip(), words.length == 2 ? words[1].strip() : "");
      }
    }
    return new CacheDirectives(said);
  }

  boolean forbids() {
    return NEVER.stream().anyMatch(said::containsKey);
  }

  /** In seconds, by s-maxage, else max-age; what is no number is 0. */
  OptionalLong lifetime() {
    Optional<String> text =
        Optional.ofNullable(said.get("s-maxage"))
            .or(() -> Optional.ofNullable(said.get("max-age")));
    return text.map(seconds -> OptionalLong.of(seconds(seconds))).orElseGet(OptionalLong::empty);
  }

  private static long seconds(String text) {
    String number = text.replace("\"", "");
    return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 0;
  }
}
