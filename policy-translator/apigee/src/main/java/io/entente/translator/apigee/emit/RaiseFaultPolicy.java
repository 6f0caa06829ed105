package io.entente.translator.apigee.emit;

import java.util.Optional;

/** RaiseFault: ends the request with an answer of ours. */
public final class RaiseFaultPolicy {

  private RaiseFaultPolicy() {}

  /**
   * @param body plain text, without braces
   */
  public static String file(String name, int status, String reason, String body) {
    return file(
        name, status, reason, XmlDocument.of("Payload", "contentType", "text/plain").text(body));
  }

  /**
   * 401 with what is asked for.
   *
   * @param scheme of the challenge
   */
  static String unauthorized(String name, String scheme) {
    XmlDocument challenge =
        XmlDocument.of("Headers")
            .with(XmlDocument.of("Header", "name", "www-authenticate").text(scheme));
    XmlDocument payload =
        XmlDocument.of("Payload", "contentType", "text/plain").text("credentials required");
    return file(name, XmlDocument.of("Set").with(challenge).with(payload), 401, Reasons.of(401));
  }

  /**
   * @param body goes out letter by letter
   * @param instead of braces, where the body has some
   */
  static String verbatim(
      String name,
      int status,
      String reason,
      String contentType,
      String body,
      Optional<Delimiters> instead) {
    XmlDocument payload =
        instead
            .map(
                marks ->
                    XmlDocument.of(
                        "Payload",
                        "contentType",
                        contentType,
                        "variablePrefix",
                        String.valueOf(marks.prefix()),
                        "variableSuffix",
                        String.valueOf(marks.suffix())))
            .orElseGet(() -> XmlDocument.of("Payload", "contentType", contentType));
    return file(name, status, reason, payload.verbatim(body));
  }

  private static String file(String name, int status, String reason, XmlDocument payload) {
    return file(name, XmlDocument.of("Set").with(payload), status, reason);
  }

  private static String file(String name, XmlDocument set, int status, String reason) {
    return XmlDocument.policy("RaiseFault", name)
        .with(
            XmlDocument.of("FaultResponse")
                .with(
                    set.with("StatusCode", Integer.toString(status)).with("ReasonPhrase", reason)))
        .with("IgnoreUnresolvedVariables", "true")
        .file();
  }
}
