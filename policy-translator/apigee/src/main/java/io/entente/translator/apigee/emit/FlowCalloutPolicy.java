package io.entente.translator.apigee.emit;

/** FlowCallout: runs a shared flow of others where it ran before us. */
public final class FlowCalloutPolicy {

  private FlowCalloutPolicy() {}

  /**
   * @param continueOnError as the hook had it
   */
  public static String file(String name, String sharedFlow, boolean continueOnError) {
    return XmlDocument.of(
            "FlowCallout",
            "continueOnError",
            Boolean.toString(continueOnError),
            "enabled",
            "true",
            "name",
            name)
        .with("SharedFlowBundle", sharedFlow)
        .file();
  }
}
