package io.entente.translator.apigee.emit;

/** RaiseFault: ends the request with an answer of ours. */
public final class RaiseFaultPolicy {

  private RaiseFaultPolicy() {}

  /**
   * @param body plain text, without braces
   */
  public static String file(String name, int status, String reason, String body) {
    return XmlDocument.policy("RaiseFault", name)
        .with(
            XmlDocument.of("FaultResponse")
                .with(
                    XmlDocument.of("Set")
                        .with(XmlDocument.of("Payload", "contentType", "text/plain").text(body))
                        .with("StatusCode", Integer.toString(status))
                        .with("ReasonPhrase", reason)))
        .with("IgnoreUnresolvedVariables", "true")
        .file();
  }
}
