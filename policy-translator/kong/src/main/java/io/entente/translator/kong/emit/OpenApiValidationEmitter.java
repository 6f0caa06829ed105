package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/** {@code openApiValidation} as oas-validation of the enterprise edition: the nearest policy's. */
public final class OpenApiValidationEmitter implements KindEmitter {

  public static final String PLUGIN = "oas-validation";

  @Override
  public Set<String> kindNames() {
    return Set.of("openApiValidation");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.enterprise()) {
      return PayloadBounds.openSource(PLUGIN, policies, place);
    }
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    OpenApiValidation rule = (OpenApiValidation) nearest.spec().kind();
    if (rule.unknownPaths() == Unknown.PASS) {
      return Emission.nothing(policies, place, OpenApiValidationEmitter::unknownPaths);
    }
    var ledgers = policies.stream().map(FieldLedger::new).toList();
    says(ledgers.get(ledgers.size() - 1), rule);
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(rule), List.of(nearest), "")),
        ledgers.stream().map(ledger -> ledger.report(place.route())).toList(),
        List.of());
  }

  private static Node.Obj config(OpenApiValidation rule) {
    boolean parameters = rule.request().contains(Part.PARAMETERS);
    return Doc.of("api_spec", OpenApiDocument.json(rule.document()))
        .with("api_spec_encoded", Node.bool(false))
        .with("include_base_path", Node.bool(!rule.basePath().isEmpty()))
        .with(
            "custom_base_path",
            rule.basePath().isEmpty() ? Node.nothing() : Node.text(rule.basePath()))
        .with("validate_request_body", Node.bool(rule.request().contains(Part.BODY)))
        .with("validate_request_header_params", Node.bool(parameters))
        .with("validate_request_query_params", Node.bool(parameters))
        .with("validate_request_uri_params", Node.bool(parameters))
        .with(
            "query_parameter_check",
            Node.bool(parameters && rule.unknownParameters() == Unknown.DENY))
        .with("header_parameter_check", Node.bool(false))
        .with(
            "allowed_header_parameters",
            Node.text("Host,Content-Type,User-Agent,Accept,Content-Length"))
        .with("validate_response_body", Node.bool(false))
        .with("notify_only_request_validation_failure", Node.bool(false))
        .with("notify_only_response_body_validation_failure", Node.bool(false))
        .with("collect_all_errors", Node.bool(false))
        .with("verbose_response", Node.bool(false))
        .with("structured_errors", Node.bool(false))
        .with("max_structured_errors", Node.nothing());
  }

  private static void unknownPaths(FieldLedger ledger) {
    ledger.unsupported(
        "unknownPaths",
        Evidence.ENTERPRISE_SCHEMA.grade(),
        new Stated(ledger.policy().id())
            .stricter(
                "unknown-paths-refused",
                "0 requests of a path that the document does not have pass: the plugin has no"
                    + " setting for it",
                "Write those paths into the document, or set unknownPaths: deny."));
  }

  private static void says(FieldLedger ledger, OpenApiValidation rule) {
    var grade = Evidence.ENTERPRISE_SCHEMA.grade();
    var stated = new Stated(ledger.policy().id());
    ledger.emitted(
        "document",
        grade,
        List.of(
            stated.different(
                "validator-of-its-own",
                "1 validator of Kong's own, of JSON Schema draft 2019-09 for 3.0 and 3.1 alike: which"
                    + " formats and patterns it holds to is documented in 0 places",
                "Write schemas without format, and patterns of plain classes.")));
    ledger.emitted(
        "basePath",
        grade,
        List.of(
            stated.different(
                "path-as-it-came",
                "whether a path is compared as it came or as 1 route with strip_path sends it on is"
                    + " documented in 0 places; as it came is what is meant",
                "Set strip_path to false on the route.")));
    for (int i = 0; i < rule.request().size(); i++) {
      ledger.emitted(
          "request[" + i + "]",
          grade,
          rule.request().get(i) == Part.BODY
              ? List.of(
                  stated.different(
                      "other-bodies-read-too",
                      "4 media types besides application/json are validated (application/xml,"
                          + " multipart/form-data, text/plain, text/xml), and +json is documented in"
                          + " 0 places",
                      "Have callers send application/json."))
              : List.of(
                  stated.different(
                      "values-of-its-own-reading",
                      "how a text becomes a number, and what becomes of 1 parameter that is sent"
                          + " twice, is documented in 0 places",
                      "Have callers send each parameter once.")));
    }
    if (rule.request().contains(Part.PARAMETERS)) {
      ledger.emitted("unknownParameters", grade, unknownParameters(rule, stated));
    } else {
      ledger.withoutMeaning("unknownParameters");
    }
    ledger.emitted("unknownPaths", grade);
    ledger.emitted(
        "mode",
        grade,
        List.of(
            stated.different(
                "its-place-among-plugins",
                "whether addresses, limits and blocks are judged before %s is not judged here: what it refuses may have counted, and may be answered 400 in place of another refusal"
                    .formatted(PLUGIN),
                "None: Kong's order is fixed. Nobody gets through either way.")));
  }

  private static List<Deviation> unknownParameters(OpenApiValidation rule, Stated stated) {
    return rule.unknownParameters() == Unknown.PASS
        ? List.of()
        : List.of(
            stated.looser(
                "unknown-cookies-pass",
                "1 of 2 places is checked, the query: cookies that the document does not have pass",
                "Have the upstream ignore cookies that it does not know."));
  }
}
