package io.entente.simulator.apigee.proxy.condition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operators that compare two operands; each with its symbols and words. */
enum Operator {
  EQUALS("=", "==", "equals", "is"),
  NOT_EQUALS("!=", "notequals", "isnot"),
  EQUALS_ANY_CASE(":=", "equalscaseinsensitive"),
  GREATER(">", "greaterthan"),
  GREATER_OR_EQUAL(">=", "greaterthanorequals"),
  LESS("<", "lesserthan"),
  LESS_OR_EQUAL("<=", "lesserthanorequals"),
  REGEX("~~", "javaregex"),
  GLOB("~", "matches", "like"),
  NOT_GLOB("!~"),
  PATH("~/", "matchespath", "likepath"),
  STARTS_WITH("=|", "startswith");

  /** Longest first, so that a prefix never wins. */
  static final List<String> SYMBOLS =
      List.of("==", "=|", "!=", "!~", ":=", ">=", "<=", "~~", "~/", "=", ">", "<", "~");

  private final List<String> names;

  Operator(String... names) {
    this.names = List.of(names);
  }

  static Optional<Operator> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Operator operator : values()) {
      if (operator.names.contains(lower)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
