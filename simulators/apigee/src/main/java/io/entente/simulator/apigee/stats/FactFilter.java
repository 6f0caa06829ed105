package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.plane.RequestFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code (apiproxy eq 'a') and (request_verb in 'GET','POST')}: eq, ne, in, notin, joined by and.
 */
final class FactFilter {

  private static final Pattern TERM =
      Pattern.compile(
          "\\(*\\s*(\\w+)\\s+(eq|ne|in|notin)\\s+('[^']*'(?:\\s*,\\s*'[^']*')*)\\s*\\)*");
  private static final Pattern VALUE = Pattern.compile("'([^']*)'");

  private FactFilter() {}

  /**
   * Reads one; an empty text lets everything through.
   *
   * @throws Refusal when it is malformed
   */
  static Predicate<RequestFact> read(String text) {
    Predicate<RequestFact> all = fact -> true;
    if (text.isBlank()) {
      return all;
    }
    for (String part : text.split("(?i)\\s+and\\s+")) {
      Matcher term = TERM.matcher(part.strip());
      if (!term.matches()) {
        throw Refusal.invalid("Invalid filter: '" + part + "'");
      }
      String dimension = Dimension.known(term.group(1));
      boolean isWanted = term.group(2).equals("eq") || term.group(2).equals("in");
      List<String> values = new ArrayList<>();
      Matcher value = VALUE.matcher(term.group(3));
      while (value.find()) {
        values.add(value.group(1));
      }
      all = all.and(fact -> values.contains(Dimension.of(fact, dimension)) == isWanted);
    }
    return all;
  }
}
