package io.entente.simulator.kong.proxy.lua;

/** A word of Lua. */
record Token(Kind kind, String text) {

  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String symbolOrKeyword) {
    return kind != Kind.STRING && text.equals(symbolOrKeyword);
  }
}
