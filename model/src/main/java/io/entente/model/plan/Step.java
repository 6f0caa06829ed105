package io.entente.model.plan;

/**
 * One call, or one inseparable group of calls, of an apply.
 *
 * @param number position in the plan, from 1
 * @param change what this step does; its {@code before} is the step's precondition
 */
public record Step(int number, Change change) {

  public Step {
    if (number < 1) {
      throw new IllegalArgumentException("step number " + number + " is < 1");
    }
  }
}
