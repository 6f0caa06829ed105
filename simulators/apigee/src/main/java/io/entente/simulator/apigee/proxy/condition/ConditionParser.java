package io.entente.simulator.apigee.proxy.condition;

import io.entente.simulator.apigee.proxy.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * And binds weakest, then or, then not: the vendor's page on conditional flows reads {@code A && B
 * || C && D} as {@code A && (B || C) && D}.
 */
final class ConditionParser {

  private static final int DEEPEST = 64;

  private final List<Token> tokens;
  private int at;
  private int depth;

  private ConditionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Condition parse(String text) throws ConditionError {
    if (text.isBlank()) {
      return new Condition.Always();
    }
    var parser = new ConditionParser(Tokens.of(text));
    Condition condition = parser.all();
    if (parser.peek().kind() != Kind.END) {
      throw new ConditionError("'" + parser.peek().text() + "' is not expected");
    }
    return condition;
  }

  private Condition all() throws ConditionError {
    var parts = new ArrayList<Condition>(List.of(any()));
    while (took(Kind.AND)) {
      parts.add(any());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
  }

  private Condition any() throws ConditionError {
    var parts = new ArrayList<Condition>(List.of(negated()));
    while (took(Kind.OR)) {
      parts.add(negated());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(List.copyOf(parts));
  }

  private Condition negated() throws ConditionError {
    if (++depth > DEEPEST) {
      throw new ConditionError("it is nested deeper than " + DEEPEST);
    }
    Condition condition = took(Kind.NOT) ? new Condition.Not(negated()) : single();
    depth--;
    return condition;
  }

  private Condition single() throws ConditionError {
    if (took(Kind.OPEN)) {
      Condition inside = all();
      if (!took(Kind.CLOSE)) {
        throw new ConditionError("a parenthesis is not closed");
      }
      return inside;
    }
    Operand left = operand();
    Optional<Operator> operator = operator();
    return operator.isEmpty()
        ? new Condition.Truth(left)
        : checked(new Condition.Compared(left, operator.get(), operand()));
  }

  private static Condition checked(Condition.Compared compared) throws ConditionError {
    if (compared.operator() == Operator.REGEX
        && compared.right() instanceof Operand.Literal literal
        && literal.constant().isPresent()) {
      try {
        Pattern.compile(literal.constant().get().toString());
      } catch (PatternSyntaxException bad) {
        throw new ConditionError("the regular expression is bad: " + bad.getDescription());
      }
    }
    return compared;
  }

  private Optional<Operator> operator() {
    Optional<Operator> operator =
        peek().kind() == Kind.OPERATOR ? Operator.named(peek().text()) : Optional.empty();
    if (operator.isPresent()) {
      at++;
    }
    return operator;
  }

  private Operand operand() throws ConditionError {
    Token token = peek();
    at++;
    return switch (token.kind()) {
      case STRING -> new Operand.Literal(Optional.of(token.text()));
      case VARIABLE -> new Operand.Variable(token.text());
      case WORD -> Operand.word(token.text());
      case END -> throw new ConditionError("it ends where a variable or a value is expected");
      default ->
          throw new ConditionError(
              "'" + token.text() + "' stands where a variable or a value is expected");
    };
  }

  private boolean took(Kind kind) {
    if (peek().kind() != kind) {
      return false;
    }
    at++;
    return true;
  }

  private Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }
}
