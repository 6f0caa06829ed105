package io.entente.translator.apigee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the part of Apigee's condition language that we write. */
final class Condition {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:\"([^\"]*)\"|(\\(|\\)|!=|!|=)|([^\\s()!=\"]+))");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> variables;
  private int at;

  private Condition(String text, Map<String, String> variables) {
    this.variables = variables;
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (end < text.strip().length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(
          matcher.group(1) != null
              ? "\"" + matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
      end = matcher.end();
    }
    if (end != text.strip().length()) {
      throw new AssertionError("cannot read condition " + text + " from " + end);
    }
  }

  /**
   * @param variables those that are resolved
   */
  static boolean holds(Optional<String> text, Map<String, String> variables) {
    if (text.isEmpty()) {
      return true;
    }
    var condition = new Condition(text.get(), variables);
    boolean holds = condition.any();
    if (condition.at != condition.tokens.size()) {
      throw new AssertionError("condition goes on: " + text.get());
    }
    return holds;
  }

  private boolean any() {
    boolean holds = all();
    while (took("or")) {
      holds |= all();
    }
    return holds;
  }

  private boolean all() {
    boolean holds = one();
    while (took("and")) {
      holds &= one();
    }
    return holds;
  }

  private boolean one() {
    if (took("!")) {
      return !one();
    }
    if (took("(")) {
      boolean holds = any();
      if (!took(")")) {
        throw new AssertionError("parenthesis not closed in " + tokens);
      }
      return holds;
    }
    Optional<String> left = Optional.ofNullable(variables.get(tokens.get(at++)));
    String operator = tokens.get(at++);
    String word = tokens.get(at++);
    Optional<String> right =
        word.equals("null")
            ? Optional.empty()
            : Optional.of(word.startsWith("\"") ? word.substring(1) : word);
    return switch (operator) {
      case "=" -> left.equals(right);
      case "!=" -> !left.equals(right);
      case "StartsWith" -> left.isPresent() && left.get().startsWith(right.orElseThrow());
      case "JavaRegex" -> left.isPresent() && left.get().matches(right.orElseThrow());
      default -> throw new AssertionError("unknown operator " + operator);
    };
  }

  private boolean took(String token) {
    if (at < tokens.size() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }
}
