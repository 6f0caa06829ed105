package io.entente.translator.apigee.emit;

import io.entente.policy.Cors;
import java.util.List;
import java.util.Set;

/** CORS: answers preflights and has the last word about other origins, also on faults. */
final class CorsPolicyFile {

  /** What is deployed; any other method keeps the proxy from being deployed. */
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  /** Without any header Apigee allows a list of its own; this one is free. */
  private static final List<String> NO_HEADER = List.of("accept");

  private CorsPolicyFile() {}

  static String file(String name, Cors cors) {
    List<String> headers = cors.allowHeaders().isEmpty() ? NO_HEADER : cors.allowHeaders();
    XmlDocument file =
        XmlDocument.policy("CORS", name)
            .with("AllowOrigins", String.join(", ", cors.allowOrigins()))
            .with(
                "AllowMethods",
                String.join(", ", cors.allowMethods().stream().filter(METHODS::contains).toList()))
            .with("AllowHeaders", String.join(", ", headers));
    if (!cors.exposeHeaders().isEmpty()) {
      file.with("ExposeHeaders", String.join(", ", cors.exposeHeaders()));
    }
    return file.with("MaxAge", Long.toString(cors.maxAge().toSeconds()))
        .with("AllowCredentials", Boolean.toString(cors.allowCredentials()))
        .with("GeneratePreflightResponse", "true")
        .with("IgnoreUnresolvedVariables", "true")
        .file();
  }
}
