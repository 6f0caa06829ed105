package io.entente.simulator.apigee.proxy.condition;

import io.entente.simulator.apigee.proxy.condition.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a condition into tokens. */
final class Tokens {

  private static final String ENDS_WORD = " \t\r\n()\"'=!<>~&|";

  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) throws ConditionError {
    var tokens = new Tokens(text);
    var all = new ArrayList<Token>();
    Token next;
    do {
      next = tokens.next();
      all.add(next);
    } while (next.kind() != Kind.END);
    return all;
  }

  private Token next() throws ConditionError {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Kind.END, "");
    }
    char c = text.charAt(at);
    if (c == '(' || c == ')') {
      at++;
      return new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c));
    }
    if (c == '"' || c == '\'') {
      return quoted(c);
    }
    if (text.startsWith("&&", at) || text.startsWith("||", at)) {
      at += 2;
      return new Token(c == '&' ? Kind.AND : Kind.OR, text.substring(at - 2, at));
    }
    for (String symbol : Operator.SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Kind.OPERATOR, symbol);
      }
    }
    if (c == '!') {
      at++;
      return new Token(Kind.NOT, "!");
    }
    return word();
  }

  private Token quoted(char quote) throws ConditionError {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new ConditionError("the quote at character " + (at + 1) + " is not closed");
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return new Token(quote == '"' ? Kind.STRING : Kind.VARIABLE, inside);
  }

  private Token word() throws ConditionError {
    int start = at;
    while (at < text.length()
        && ENDS_WORD.indexOf(text.charAt(at)) < 0
        && !text.startsWith(":=", at)) {
      at++;
    }
    if (at == start) {
      throw new ConditionError(
          "'" + text.charAt(at) + "' at character " + (at + 1) + " means nothing");
    }
    String word = text.substring(start, at);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and" -> new Token(Kind.AND, word);
      case "or" -> new Token(Kind.OR, word);
      case "not" -> new Token(Kind.NOT, word);
      default -> new Token(Operator.named(word).isPresent() ? Kind.OPERATOR : Kind.WORD, word);
    };
  }
}
