package io.entente.simulator.apigee.proxy.condition;

import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.util.List;

/** A parsed condition; evaluating it never fails. Safe for any thread. */
public sealed interface Condition {

  boolean test(VariableSource variables);

  /** An empty text is true. */
  static Condition parse(String text) throws ConditionError {
    return ConditionParser.parse(text);
  }

  /** True without a look at anything. */
  record Always() implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return true;
    }
  }

  /** Every part. */
  record All(List<Condition> parts) implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return parts.stream().allMatch(part -> part.test(variables));
    }
  }

  /** At least one part. */
  record Any(List<Condition> parts) implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return parts.stream().anyMatch(part -> part.test(variables));
    }
  }

  /** The opposite. */
  record Not(Condition part) implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return !part.test(variables);
    }
  }

  /** A variable or literal alone: true when it says so. */
  record Truth(Operand operand) implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return operand.value(variables).map(v -> v.toString().equals("true")).orElse(false);
    }
  }

  /** Two operands. */
  record Compared(Operand left, Operator operator, Operand right) implements Condition {

    @Override
    public boolean test(VariableSource variables) {
      return Comparison.test(operator, left.value(variables), right.value(variables));
    }
  }
}
