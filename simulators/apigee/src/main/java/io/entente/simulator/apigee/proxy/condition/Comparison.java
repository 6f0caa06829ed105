package io.entente.simulator.apigee.proxy.condition;

import java.util.Optional;

/**
 * Compares two operands as the vendor's tables of operand types and of null operands say: a string
 * on either side makes it a comparison of strings.
 */
final class Comparison {

  private Comparison() {}

  static boolean test(Operator operator, Optional<Object> left, Optional<Object> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return withNull(operator, left.isEmpty(), right.isEmpty());
    }
    Object a = left.get();
    Object b = right.get();
    return switch (operator) {
      case EQUALS -> order(a, b) == 0;
      case NOT_EQUALS -> order(a, b) != 0;
      case EQUALS_ANY_CASE -> a.toString().equalsIgnoreCase(b.toString());
      case GREATER -> order(a, b) > 0;
      case GREATER_OR_EQUAL -> order(a, b) >= 0;
      case LESS -> order(a, b) < 0;
      case LESS_OR_EQUAL -> order(a, b) <= 0;
      case REGEX -> Patterns.regex(a.toString(), b.toString());
      case GLOB -> Patterns.glob(a.toString(), b.toString());
      case NOT_GLOB -> !Patterns.glob(a.toString(), b.toString());
      case PATH -> Patterns.path(a.toString(), b.toString());
      case STARTS_WITH -> a.toString().startsWith(b.toString());
    };
  }

  private static boolean withNull(Operator operator, boolean left, boolean right) {
    boolean both = left && right;
    return switch (operator) {
      case EQUALS, EQUALS_ANY_CASE -> both;
      case NOT_EQUALS -> !both;
      case GREATER, LESS, NOT_GLOB -> left && !right;
      case GREATER_OR_EQUAL -> right;
      case LESS_OR_EQUAL -> left;
      case REGEX, GLOB, PATH, STARTS_WITH -> false;
    };
  }

  private static int order(Object a, Object b) {
    if (a instanceof String || b instanceof String) {
      return a.toString().compareTo(b.toString());
    }
    if (real(a) || real(b)) {
      return Double.compare(number(a).doubleValue(), number(b).doubleValue());
    }
    return Long.compare(number(a).longValue(), number(b).longValue());
  }

  private static boolean real(Object value) {
    return value instanceof Float || value instanceof Double;
  }

  private static Number number(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return value instanceof Number number ? number : 0;
  }
}
