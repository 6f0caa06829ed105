package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.OpenApiDocument;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code openApiValidation} as OASValidation by a resource of the bundle. What it passes over
 * without a word, bodies that do not say they are JSON, is refused before.
 */
public final class OpenApiValidationEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "openApiValidation";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    var steps = new ArrayList<StepDraft>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      var rule = (OpenApiValidation) policy.spec().kind();
      if (!refused(ledger, rule, place)) {
        says(ledger, rule, place);
        steps.addAll(steps(policy, rule, place));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return Emission.of(steps, fidelity);
  }

  private static List<StepDraft> steps(Policy policy, OpenApiValidation rule, Place place) {
    var steps = new ArrayList<StepDraft>();
    if (rule.request().contains(Part.BODY)) {
      String guard = place.policy("oasguard", policy.id().policy().value());
      steps.add(
          new StepDraft(
              Stage.PAYLOAD,
              guard,
              RaiseFaultPolicy.file(guard, 400, Reasons.of(400), "bad request"),
              Optional.of(BodyConditions.JSON.other()),
              List.of(policy)));
    }
    String name = place.policy("oas", policy.id().policy().value());
    Resource document =
        Resource.of(
            "oas", "json", OpenApiDocument.json(OpenApiPaths.below(rule, place.basePath())));
    String pass = Boolean.toString(rule.unknownParameters() == Unknown.PASS);
    String file =
        XmlDocument.policy("OASValidation", name)
            .with("OASResource", document.address())
            .with(
                XmlDocument.of("Options")
                    .with(
                        "ValidateMessageBody", Boolean.toString(rule.request().contains(Part.BODY)))
                    .with(
                        XmlDocument.of("AllowUnspecifiedParameters")
                            .with("Header", "true")
                            .with("Query", pass)
                            .with("Cookie", pass)))
            .with("Source", "request")
            .file();
    steps.add(
        new StepDraft(
            Stage.PAYLOAD, name, file, Optional.empty(), List.of(policy), Optional.of(document)));
    return steps;
  }

  /** Whether something is not to be said, so that nothing goes out. */
  private static boolean refused(FieldLedger ledger, OpenApiValidation rule, Place place) {
    boolean refused = false;
    String version = OpenApiDocument.text(rule.document(), "openapi").orElse("");
    if (!version.startsWith("3.0")) {
      refused =
          refuse(
              ledger,
              "document",
              "of-3-0-only",
              "1 version is read, 3.0, and not " + version,
              "Write the document in OpenAPI 3.0.");
    }
    if (place.basePath().contains("*")) {
      refused =
          refuse(
              ledger,
              "basePath",
              "base-path-of-any-segment",
              "0 paths lie below %s for certain: it has segments of any text"
                  .formatted(place.basePath()),
              "Bind an API to a proxy with a base path that is written out.");
    }
    var unread = OpenApiBodies.unread(rule.document());
    int body = rule.request().indexOf(Part.BODY);
    if (body >= 0 && !unread.isEmpty()) {
      refused =
          refuse(
              ledger,
              "request[" + body + "]",
              "other-types-unread",
              "bodies of 1 type are validated, %s, and not of %s: they pass unread"
                  .formatted(OpenApiBodies.READ, String.join(", ", unread)),
              "List application/json alone in the document.");
    }
    if (!rule.request().contains(Part.PARAMETERS)) {
      refused =
          refuse(
              ledger,
              "request[0]",
              "parameters-always",
              "0 requests are validated without their parameters",
              "Add parameters to request.");
    }
    if (rule.unknownPaths() == Unknown.PASS) {
      refused =
          refuse(
              ledger,
              "unknownPaths",
              "unknown-paths-refused",
              "0 requests of a path that the document does not have pass",
              "Write those paths into the document, or set unknownPaths: deny.");
    }
    return refused;
  }

  private static boolean refuse(
      FieldLedger ledger, String field, String code, String bound, String remedy) {
    ledger.unsupported(
        field,
        Evidence.DESCRIBED.grade(),
        new Stated(ledger.policy().id()).different(code, bound, remedy));
    return true;
  }

  private static void says(FieldLedger ledger, OpenApiValidation rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var grade = Evidence.DESCRIBED.grade();
    ledger.emitted(
        "document",
        grade,
        List.of(
            stated.different(
                "validator-of-its-own",
                "1 validator of Apigee's own: which formats, patterns and combinations of schemas it"
                    + " holds to is documented in 0 places",
                "Write schemas without format and discriminator.")));
    ledger.emitted(
        "basePath",
        grade,
        List.of(
            stated.different(
                "paths-of-the-proxy",
                "%d of %d paths of the document are sent, those at or below the base path %s of the proxy, without it: whether an empty rest is the path / is documented in 0 places, and with a slash behind the base path is taken for it"
                    .formatted(
                        OpenApiDocument.members(OpenApiPaths.below(rule, place.basePath()), "paths")
                            .size(),
                        OpenApiDocument.members(rule.document(), "paths").size(),
                        place.basePath().isEmpty() ? "/" : place.basePath()),
                "None needed: paths that reach another proxy are never asked here.")));
    for (int i = 0; i < rule.request().size(); i++) {
      ledger.emitted("request[" + i + "]", grade, part(rule.request().get(i), stated));
    }
    ledger.emitted("unknownParameters", grade);
    ledger.emitted("unknownPaths", grade);
    ledger.emitted("mode", grade, around(stated, place));
  }

  private static List<Deviation> part(Part part, Stated stated) {
    if (part == Part.PARAMETERS) {
      return List.of(
          stated.different(
              "values-of-its-own-reading",
              "how a text becomes a number, and what becomes of 1 parameter that is sent twice, is"
                  + " documented in 0 places",
              "Have callers send each parameter once."));
    }
    return List.of(
        stated.stricter(
            "json-everywhere",
            "bodies of 1 type pass, application/json, in lower case and with no parameter but"
                + " charset=utf-8: on operations, too, of which the document says no body",
            "None needed: callers of JSON write this."));
  }

  private static List<Deviation> around(Stated stated, Place place) {
    var found = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(found::add);
    found.add(
        stated.different(
            "its-own-answer",
            "1 policy, OASValidation, answers what it refuses itself: with a status and a body of"
                + " Apigee's, which names the error, not with 400",
            "Rewrite its faults in the proxy's fault rules."));
    if (!place.made()) {
      found.add(Resource.inSharedFlow(stated, "document"));
    }
    return found;
  }
}
