package io.entente.translator.apigee.emit;

import io.entente.policy.OAuth2Introspection;

/** The policies that asking for a token takes; flow variables of one rule have a name of theirs. */
final class IntrospectionPolicies {

  private final OAuth2Introspection rule;
  private final String flow;

  IntrospectionPolicies(OAuth2Introspection rule, String flow) {
    this.rule = rule;
    this.flow = flow;
  }

  String variable(String what) {
    return "introspection." + flow + "." + what;
  }

  /** Apigee shows variables of this beginning in no debug session. */
  private String hidden(String what) {
    return "private." + flow + "." + what;
  }

  String secretVariable() {
    return hidden("secret");
  }

  /** What answers are kept by is not the token. */
  String hash(String name) {
    return AssignMessagePolicy.variable(
        name,
        variable("hash"),
        "Template",
        "{sha256Hex(request.header.authorization.values.string)}");
  }

  String lookup(String name) {
    return XmlDocument.judged("LookupCache", name)
        .with(key())
        .with("Scope", "Exclusive")
        .with("AssignTo", variable("known"))
        .file();
  }

  String keep(String name) {
    return XmlDocument.judged("PopulateCache", name)
        .with(key())
        .with("Scope", "Exclusive")
        .with(
            XmlDocument.of("ExpirySettings")
                .with("TimeoutInSec", Long.toString(rule.cache().toSeconds())))
        .with("Source", variable("active"))
        .file();
  }

  private XmlDocument key() {
    return XmlDocument.of("CacheKey")
        .with("Prefix", IntrospectionSteps.question(rule))
        .with(XmlDocument.of("KeyFragment", "ref", variable("hash")));
  }

  String token(String name) {
    return XmlDocument.judged("ExtractVariables", name)
        .with(XmlDocument.of("Source", "clearPayload", "false").text("request"))
        .with("VariablePrefix", "introspection." + flow)
        .with(
            XmlDocument.of("Header", "name", "authorization")
                .with(XmlDocument.of("Pattern", "ignoreCase", "true").text("Bearer {token}")))
        .with("IgnoreUnresolvedVariables", "true")
        .file();
  }

  String secret(String name) {
    return XmlDocument.of(
            "KeyValueMapOperations",
            "continueOnError",
            "true",
            "enabled",
            "true",
            "name",
            name,
            "mapIdentifier",
            IntrospectionSteps.SECRETS)
        .with("Scope", "environment")
        .with("ExpiryTimeInSecs", Integer.toString(IntrospectionSteps.SECRET_KEPT))
        .with(
            XmlDocument.of("Get", "assignTo", secretVariable(), "index", "1")
                .with(XmlDocument.of("Key").with("Parameter", rule.clientSecret().name())))
        .file();
  }

  /** RFC 7617; no character of a client needs another form in it. */
  String ready(String name) {
    return AssignMessagePolicy.variable(
        name, hidden("pair"), "Template", rule.clientId() + ":{" + secretVariable() + "}");
  }

  String ask(String name) {
    XmlDocument set =
        XmlDocument.of("Set")
            .with(
                XmlDocument.of("Headers")
                    .with(
                        XmlDocument.of("Header", "name", "authorization")
                            .text("Basic {encodeBase64(" + hidden("pair") + ")}"))
                    .with(XmlDocument.of("Header", "name", "accept").text("application/json")))
            .with(
                XmlDocument.of("FormParams")
                    .with(
                        XmlDocument.of("FormParam", "name", "token")
                            .text("{" + variable("token") + "}"))
                    .with(
                        XmlDocument.of("FormParam", "name", "token_type_hint")
                            .text("access_token")))
            .with("Verb", "POST");
    XmlDocument tls =
        XmlDocument.of("SSLInfo")
            .with("Enabled", "true")
            .with("Enforce", "true")
            .with("IgnoreValidationErrors", "false");
    return XmlDocument.judged("ServiceCallout", name)
        .with(
            XmlDocument.of("Request", "clearPayload", "true", "variable", variable("question"))
                .with(set)
                .with("IgnoreUnresolvedVariables", "false"))
        .with("Response", variable("answer"))
        .with("Timeout", Integer.toString(IntrospectionSteps.PATIENCE))
        .with(XmlDocument.of("HTTPTargetConnection").with(tls).with("URL", rule.endpoint()))
        .file();
  }

  String read(String name) {
    XmlDocument payload =
        XmlDocument.of("JSONPayload")
            .with(json("active", "$.active"))
            .with(json("scope", "$.scope"))
            .with(json("aud", "$.aud"));
    for (int i = 1; i <= IntrospectionSteps.AUDIENCES; i++) {
      payload.with(json("aud" + i, "$.aud[" + (i - 1) + "]"));
    }
    return XmlDocument.judged("ExtractVariables", name)
        .with(XmlDocument.of("Source", "clearPayload", "false").text(variable("answer")))
        .with("VariablePrefix", "introspection." + flow)
        .with(payload)
        .with("IgnoreUnresolvedVariables", "true")
        .file();
  }

  private static XmlDocument json(String name, String path) {
    return XmlDocument.of("Variable", "name", name).with("JSONPath", path);
  }
}
