package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.variable.VariableSource;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Arrays;
import java.util.Optional;
import org.w3c.dom.Element;

/** A CORS policy as it is written, with the documented defaults. */
record CorsSettings(
    Template origins,
    Template methods,
    Template headers,
    Template exposed,
    String maxAge,
    Optional<String> credentials,
    boolean answersPreflight,
    boolean lenient) {

  /** The lists for one request. */
  record Lists(String origins, String methods, String headers, String exposed) {}

  static CorsSettings read(Element xml) throws BadPolicy {
    String origins =
        Elements.text(xml, "AllowOrigins")
            .orElseThrow(() -> new BadPolicy("MissingAllowOrigins: AllowOrigins is missing"));
    String methods = Elements.text(xml, "AllowMethods").orElse("GET, POST, HEAD, OPTIONS");
    if (!methods.contains("{")
        && !methods.equals("*")
        && !Arrays.stream(methods.split(",", -1)).allMatch(m -> m.strip().matches("[A-Z]+"))) {
      throw new BadPolicy("InvalidHTTPMethods: AllowMethods is '" + methods + "'");
    }
    String maxAge = Elements.text(xml, "MaxAge").orElse("1800");
    if (!maxAge.matches("-1|[0-9]{1,10}")) {
      throw new BadPolicy("InvalidMaxAge: MaxAge is '" + maxAge + "'");
    }
    return new CorsSettings(
        Template.of(origins),
        Template.of(methods),
        Template.of(
            Elements.text(xml, "AllowHeaders")
                .orElse(
                    "Origin, Accept, X-Requested-With, Content-Type,"
                        + " Access-Control-Request-Method, Access-Control-Request-Headers")),
        Template.of(Elements.text(xml, "ExposeHeaders").orElse("")),
        maxAge,
        Elements.text(xml, "AllowCredentials"),
        Elements.truth(xml, "GeneratePreflightResponse", true),
        Elements.truth(xml, "IgnoreUnresolvedVariables", true));
  }

  Lists lists(VariableSource variables) throws UnresolvedVariable {
    return new Lists(
        origins.render(variables, lenient).strip(),
        methods.render(variables, lenient).strip(),
        headers.render(variables, lenient).strip(),
        exposed.render(variables, lenient).strip());
  }

  /** Whether a list has an entry or is the asterisk. */
  static boolean lists(String list, String entry, boolean anyCase) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .anyMatch(e -> e.equals("*") || e.equals(entry) || anyCase && e.equalsIgnoreCase(entry));
  }
}
