package io.entente.simulator.kong.proxy.lua;

import java.util.List;

/** Tokens with a place. */
final class Tokens {

  private final List<Token> tokens;
  private int at;

  Tokens(String source) {
    this.tokens = Lexer.split(source);
  }

  Token peek() {
    return tokens.get(at);
  }

  /** What was taken last. */
  Token last() {
    return tokens.get(at - 1);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      throw new UnsupportedLua("source that ends too early");
    }
    at++;
    return token;
  }

  boolean accept(String text) {
    boolean there = peek().kind() != Token.Kind.END && peek().is(text);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(String text) {
    if (!accept(text)) {
      throw new UnsupportedLua("'" + peek().text() + "' where '" + text + "' is expected");
    }
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }
}
