package io.entente.simulator.kong.proxy.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses expressions by precedence; the weakest operator first. */
final class ExpressionParser {

  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "break",
          "do",
          "else",
          "elseif",
          "end",
          "false",
          "for",
          "function",
          "if",
          "in",
          "local",
          "nil",
          "not",
          "or",
          "repeat",
          "return",
          "then",
          "true",
          "until",
          "while");

  private final Tokens tokens;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    Expression left = conjunction();
    while (tokens.accept("or")) {
      Expression a = left;
      Expression b = conjunction();
      left =
          scope -> {
            Object value = a.value(scope);
            return LuaValues.truthy(value) ? value : b.value(scope);
          };
    }
    return left;
  }

  private Expression conjunction() {
    Expression left = comparison();
    while (tokens.accept("and")) {
      Expression a = left;
      Expression b = comparison();
      left =
          scope -> {
            Object value = a.value(scope);
            return LuaValues.truthy(value) ? b.value(scope) : value;
          };
    }
    return left;
  }

  private Expression comparison() {
    Expression left = binary(0);
    for (String symbol : Operators.COMPARISONS) {
      if (tokens.accept(symbol)) {
        Expression a = left;
        Expression b = binary(0);
        return scope -> Operators.compare(symbol, a.value(scope), b.value(scope));
      }
    }
    return left;
  }

  private Expression binary(int level) {
    if (level == Operators.LEVELS.size()) {
      return unary();
    }
    Expression left = binary(level + 1);
    while (true) {
      String symbol = "";
      for (String candidate : Operators.LEVELS.get(level)) {
        if (symbol.isEmpty() && tokens.accept(candidate)) {
          symbol = candidate;
        }
      }
      if (symbol.isEmpty()) {
        return left;
      }
      String operator = symbol;
      Expression a = left;
      Expression b = binary(level + 1);
      left = scope -> Operators.apply(operator, a.value(scope), b.value(scope));
    }
  }

  private Expression unary() {
    for (String symbol : List.of("not", "-", "#")) {
      if (tokens.accept(symbol)) {
        Expression operand = unary();
        return scope -> Operators.unary(symbol, operand.value(scope));
      }
    }
    return suffixed(primary());
  }

  private Expression primary() {
    Token token = tokens.next();
    switch (token.kind()) {
      case STRING:
        return scope -> token.text();
      case NUMBER:
        Double number = Double.valueOf(token.text());
        return scope -> number;
      case NAME:
        return named(token.text());
      default:
        break;
    }
    if (token.is("(")) {
      Expression inner = expression();
      tokens.expect(")");
      return inner;
    }
    if (token.is("{")) {
      return table();
    }
    throw new UnsupportedLua("'" + token.text() + "' where a value is expected");
  }

  private static Expression named(String name) {
    return switch (name) {
      case "nil" -> scope -> Nil.NIL;
      case "true" -> scope -> Boolean.TRUE;
      case "false" -> scope -> Boolean.FALSE;
      default -> {
        if (KEYWORDS.contains(name)) {
          throw new UnsupportedLua("'" + name + "'");
        }
        yield scope -> scope.get(name);
      }
    };
  }

  private Expression suffixed(Expression start) {
    Expression left = start;
    while (true) {
      Expression on = left;
      if (tokens.accept(".")) {
        String field = tokens.next().text();
        left = scope -> Operators.index(on.value(scope), field);
      } else if (tokens.accept("[")) {
        Expression key = expression();
        tokens.expect("]");
        left = scope -> Operators.index(on.value(scope), key.value(scope));
      } else if (tokens.accept(":")) {
        String method = tokens.next().text();
        tokens.expect("(");
        List<Expression> arguments = until(")");
        left = scope -> Operators.callMethod(on.value(scope), method, values(arguments, scope));
      } else if (tokens.accept("(")) {
        List<Expression> arguments = until(")");
        left = scope -> Operators.call(on.value(scope), values(arguments, scope));
      } else {
        return left;
      }
    }
  }

  private Expression table() {
    var keys = new ArrayList<Expression>();
    var fields = new ArrayList<Expression>();
    double next = 1;
    while (!tokens.accept("}")) {
      if (tokens.accept("[")) {
        keys.add(expression());
        tokens.expect("]");
        tokens.expect("=");
      } else if (tokens.peekSecond().is("=")) {
        String name = tokens.next().text();
        tokens.expect("=");
        keys.add(scope -> name);
      } else {
        Double index = next++;
        keys.add(scope -> index);
      }
      fields.add(expression());
      if (!tokens.accept(",")) {
        tokens.accept(";");
      }
    }
    return scope -> {
      var table = new LuaTable();
      for (int i = 0; i < keys.size(); i++) {
        table.with(keys.get(i).value(scope), fields.get(i).value(scope));
      }
      return table;
    };
  }

  private List<Expression> until(String end) {
    var list = new ArrayList<Expression>();
    while (!tokens.accept(end)) {
      list.add(expression());
      tokens.accept(",");
    }
    return list;
  }

  private static List<Object> values(List<Expression> expressions, Scope scope) {
    return expressions.stream().map(expression -> expression.value(scope)).toList();
  }
}
