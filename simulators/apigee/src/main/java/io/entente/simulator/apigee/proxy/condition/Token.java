package io.entente.simulator.apigee.proxy.condition;

/**
 * A piece of a condition.
 *
 * @param text without quotes
 */
record Token(Kind kind, String text) {

  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    OPERATOR,
    STRING,
    VARIABLE,
    WORD,
    END
  }
}
