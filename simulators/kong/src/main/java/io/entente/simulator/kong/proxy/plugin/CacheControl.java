package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The directives of a Cache-Control header; those without a number count as zero. */
record CacheControl(Map<String, Long> directives) {

  CacheControl {
    directives = Map.copyOf(directives);
  }

  static CacheControl of(Headers headers) {
    var directives = new HashMap<String, Long>();
    for (String part : String.join(",", headers.all("cache-control")).split(",", -1)) {
      String[] words = part.strip().toLowerCase(Locale.ROOT).split("=", 2);
      String number = words.length == 2 ? words[1].replace("\"", "") : "";
      if (!words[0].isEmpty()) {
        directives.put(words[0], number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 0L);
      }
    }
    return new CacheControl(directives);
  }

  boolean has(String name) {
    return directives.containsKey(name);
  }

  OptionalLong seconds(String name) {
    Long seconds = directives.get(name);
    return seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds);
  }

  /** How long an answer may be kept, by s-maxage or max-age; without them not at all. */
  long lifetime() {
    return seconds("s-maxage").orElse(seconds("max-age").orElse(0));
  }
}
