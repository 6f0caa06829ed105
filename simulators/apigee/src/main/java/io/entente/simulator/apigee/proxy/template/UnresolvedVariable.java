package io.entente.simulator.apigee.proxy.template;

/** A template names a variable that is not set. */
public final class UnresolvedVariable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String variable;

  public UnresolvedVariable(String variable) {
    super("variable " + variable + " is not set");
    this.variable = variable;
  }

  public String variable() {
    return variable;
  }
}
