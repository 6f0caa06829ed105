package io.entente.simulator.apigee.proxy.condition;

import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.util.Optional;

/** One side of a comparison. */
sealed interface Operand {

  /** Empty for null. */
  Optional<Object> value(VariableSource variables);

  /** A value written into the condition; empty for the word null. */
  record Literal(Optional<Object> constant) implements Operand {

    @Override
    public Optional<Object> value(VariableSource variables) {
      return constant;
    }
  }

  /** A flow variable. */
  record Variable(String name) implements Operand {

    @Override
    public Optional<Object> value(VariableSource variables) {
      return variables.get(name);
    }
  }

  /** A bare word: a number, true, false, null, or else a variable. */
  static Operand word(String word) {
    switch (word) {
      case "null", "NULL" -> {
        return new Literal(Optional.empty());
      }
      case "true", "TRUE" -> {
        return new Literal(Optional.of(Boolean.TRUE));
      }
      case "false", "FALSE" -> {
        return new Literal(Optional.of(Boolean.FALSE));
      }
      default -> {
        return number(word)
            .<Operand>map(n -> new Literal(Optional.of(n)))
            .orElseGet(() -> new Variable(word));
      }
    }
  }

  private static Optional<Object> number(String word) {
    if (!word.matches("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?[fFdDlL]?")) {
      return Optional.empty();
    }
    char last = Character.toLowerCase(word.charAt(word.length() - 1));
    String digits = Character.isDigit(last) ? word : word.substring(0, word.length() - 1);
    if (last == 'f') {
      return Optional.of(Float.parseFloat(digits));
    }
    if (last == 'd' || digits.contains(".")) {
      return Optional.of(Double.parseDouble(digits));
    }
    long value = Long.parseLong(digits);
    boolean small = last != 'l' && value == (int) value;
    return Optional.of(small ? (Object) (int) value : (Object) value);
  }
}
