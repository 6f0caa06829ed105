package io.entente.translator.apigee.dialect;

import java.util.Optional;

/** The text of a Step as we write it. */
public final class StepText {

  private StepText() {}

  /**
   * @param condition empty when the policy runs for every request that comes by
   */
  public static String of(String policy, Optional<String> condition) {
    return "<Step>"
        + condition.map(c -> "<Condition>" + Xml.text(c) + "</Condition>").orElse("")
        + "<Name>"
        + Xml.text(policy)
        + "</Name></Step>";
  }
}
