package io.entente.simulator.kong.proxy.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits Lua source into tokens. */
final class Lexer {

  private static final Pattern SPACE = Pattern.compile("(?:\\s+|--[^\\n\\[][^\\n]*|--(?=\\n|$))+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern SYMBOL =
      Pattern.compile("\\.\\.|==|~=|<=|>=|[-+*/%#<>=(){}\\[\\];:,.]");

  private final String source;
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> split(String source) {
    var lexer = new Lexer(source);
    var tokens = new ArrayList<Token>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    take(SPACE);
    if (at == source.length()) {
      return new Token(Token.Kind.END, "");
    }
    char c = source.charAt(at);
    if (c == '"' || c == '\'') {
      return new Token(Token.Kind.STRING, quoted(c));
    }
    String name = take(NAME);
    if (!name.isEmpty()) {
      return new Token(Token.Kind.NAME, name);
    }
    String number = take(NUMBER);
    if (!number.isEmpty()) {
      return new Token(Token.Kind.NUMBER, number);
    }
    String symbol = take(SYMBOL);
    if (symbol.isEmpty()) {
      throw new UnsupportedLua("'" + source.substring(at) + "'");
    }
    return new Token(Token.Kind.SYMBOL, symbol);
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  private String quoted(char quote) {
    var out = new StringBuilder();
    for (at++; at < source.length() && source.charAt(at) != quote; at++) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < source.length()) {
        char escaped = source.charAt(++at);
        out.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        out.append(c);
      }
    }
    if (at == source.length()) {
      throw new UnsupportedLua("a string without an end");
    }
    at++;
    return out.toString();
  }
}
