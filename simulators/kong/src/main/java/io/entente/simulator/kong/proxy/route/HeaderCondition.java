package io.entente.simulator.kong.proxy.route;

import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A header a route wants, with any of some values; {@code ~*} starts a regular expression. */
record HeaderCondition(String name, List<String> values) {

  boolean matches(Headers headers) {
    return headers.all(name).stream().anyMatch(sent -> values.stream().anyMatch(v -> is(v, sent)));
  }

  private static boolean is(String wanted, String sent) {
    String lower = sent.toLowerCase(Locale.ROOT);
    return wanted.startsWith("~*")
        ? Pattern.compile(wanted.substring(2)).matcher(lower).find()
        : wanted.toLowerCase(Locale.ROOT).equals(lower);
  }
}
