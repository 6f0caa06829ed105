package io.entente.translator.apigee.reverse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of which every word is understood: one path, some methods, or both.
 *
 * @param path below the base path, letter by letter; empty for every path
 * @param methods empty for every method
 */
record FlowCondition(Optional<String> path, SortedSet<String> methods) {

  private static final String EQUALS = "\\s*(?:==|=|Equals|Is)\\s*";
  private static final Pattern PATH =
      Pattern.compile(
          "proxy\\.pathsuffix(?:"
              + EQUALS
              + "|\\s+MatchesPath\\s*|\\s*~/\\s*)\"(?<v>[^\"*%?{}\\[\\]\\\\]*)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern METHOD =
      Pattern.compile(
          "request\\.verb" + EQUALS + "\"(?<v>[A-Z]{1,16})\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("(?i)and|&&|&");
  private static final Pattern OR = Pattern.compile("(?i)or|\\|\\||\\|");
  private static final Pattern TOKEN =
      Pattern.compile("\\(|\\)|&&|&|\\|\\||\\||\"[^\"]*\"|[^\\s()\"&|]+");
  private static final int LONGEST = 4_096;

  FlowCondition {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  static FlowCondition everything() {
    return new FlowCondition(Optional.empty(), new TreeSet<>());
  }

  /** Empty when it is not understood. */
  static Optional<FlowCondition> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var condition = everything();
    for (String part : split(inner(text), AND)) {
      Optional<FlowCondition> both = one(part).flatMap(condition::and);
      if (both.isEmpty()) {
        return Optional.empty();
      }
      condition = both.get();
    }
    return Optional.of(condition);
  }

  /** Both; empty where nothing, or nothing that is said here, meets both. */
  Optional<FlowCondition> and(FlowCondition other) {
    if (path.isPresent() && other.path.isPresent() && !path.equals(other.path)) {
      return Optional.empty();
    }
    var verbs = new TreeSet<>(methods.isEmpty() ? other.methods : methods);
    if (!methods.isEmpty() && !other.methods.isEmpty()) {
      verbs.retainAll(other.methods);
      if (verbs.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(new FlowCondition(path.or(other::path), verbs));
  }

  /** Whether some request meets both. */
  boolean meets(FlowCondition other) {
    return and(other).isPresent();
  }

  private static Optional<FlowCondition> one(String text) {
    String part = inner(text);
    Matcher path = PATH.matcher(part);
    if (path.matches()) {
      return Optional.of(new FlowCondition(Optional.of(path.group("v")), new TreeSet<>()));
    }
    var verbs = new TreeSet<String>();
    for (String choice : split(part, OR)) {
      Matcher method = METHOD.matcher(inner(choice));
      if (!method.matches()) {
        return Optional.empty();
      }
      verbs.add(method.group("v"));
    }
    return Optional.of(new FlowCondition(Optional.empty(), verbs));
  }

  /** Without blanks and without parentheses around all of it. */
  private static String inner(String text) {
    String stripped = text.strip();
    return stripped.startsWith("(") && closes(stripped) == stripped.length() - 1
        ? inner(stripped.substring(1, stripped.length() - 1))
        : stripped;
  }

  private static int closes(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The parts between words that match, outside of parentheses and quotes. */
  private static List<String> split(String text, Pattern word) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      depth += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
      if (depth == 0 && word.matcher(token.group()).matches()) {
        parts.add(text.substring(from, token.start()));
        from = token.end();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
