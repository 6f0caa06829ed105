package io.entente.simulator.kong.proxy.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of Lua: {@code local}, {@code if}, {@code return} and calls. Anything else is {@link
 * UnsupportedLua} when it is parsed.
 */
public final class LuaChunk {

  private final List<Statement> statements;

  private LuaChunk(List<Statement> statements) {
    this.statements = statements;
  }

  public static LuaChunk parse(String source) {
    var tokens = new Tokens(source);
    List<Statement> statements = block(tokens);
    if (!tokens.atEnd()) {
      throw new UnsupportedLua("'" + tokens.peek().text() + "'");
    }
    return new LuaChunk(statements);
  }

  /** A single expression. */
  public static LuaChunk expression(String source) {
    return parse("return " + source);
  }

  /** What the code returns; nil without {@code return}. {@link LuaError} when it fails. */
  public Object run(Scope scope) {
    return run(statements, scope).orElse(Nil.NIL);
  }

  private static Optional<Object> run(List<Statement> statements, Scope scope) {
    for (Statement statement : statements) {
      Optional<Object> returned = statement.run(scope);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private static List<Statement> block(Tokens tokens) {
    var statements = new ArrayList<Statement>();
    while (!tokens.atEnd() && !ends(tokens.peek())) {
      statements.add(statement(tokens));
      tokens.accept(";");
    }
    return statements;
  }

  private static boolean ends(Token token) {
    return token.is("end") || token.is("else") || token.is("elseif");
  }

  private static Statement statement(Tokens tokens) {
    var expressions = new ExpressionParser(tokens);
    if (tokens.accept("return")) {
      if (tokens.atEnd() || ends(tokens.peek())) {
        return scope -> Optional.of(Nil.NIL);
      }
      Expression value = expressions.expression();
      return scope -> Optional.of(value.value(scope));
    }
    if (tokens.accept("local")) {
      String name = tokens.next().text();
      tokens.expect("=");
      Expression value = expressions.expression();
      return scope -> {
        scope.with(name, value.value(scope));
        return Optional.empty();
      };
    }
    if (tokens.accept("if")) {
      return condition(tokens);
    }
    Expression call = expressions.expression();
    if (!tokens.last().is(")")) {
      throw new UnsupportedLua("an expression that is no call");
    }
    return scope -> {
      call.value(scope);
      return Optional.empty();
    };
  }

  private static Statement condition(Tokens tokens) {
    Expression test = new ExpressionParser(tokens).expression();
    tokens.expect("then");
    List<Statement> yes = block(tokens);
    List<Statement> no;
    if (tokens.accept("elseif")) {
      no = List.of(condition(tokens));
    } else {
      no = tokens.accept("else") ? block(tokens) : List.of();
      tokens.expect("end");
    }
    return scope -> run(LuaValues.truthy(test.value(scope)) ? yes : no, scope);
  }

  @FunctionalInterface
  private interface Statement {
    Optional<Object> run(Scope scope);
  }
}
