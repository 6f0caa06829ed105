package io.entente.translator.kong.reverse;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.OpenApiValidationEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** oas-validation of a document in JSON. */
final class OpenApiValidationReader implements PluginReader {

  private static final String TOLD = "Refused callers are told more or less of what was wrong.";

  @Override
  public String plugin() {
    return OpenApiValidationEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    boolean parameters = config.flag("validate_request_query_params");
    if (parameters != config.flag("validate_request_header_params")
        || parameters != config.flag("validate_request_uri_params")) {
      throw new NotSaid("it checks parameters in some places only, and a policy in all or none");
    }
    var parts = new ArrayList<Part>();
    if (parameters) {
      parts.add(Part.PARAMETERS);
    }
    if (config.flag("validate_request_body")) {
      parts.add(Part.BODY);
    }
    return List.of(
        new OpenApiValidation(
            document(config),
            basePath(config),
            parts,
            config.flag("query_parameter_check") ? Unknown.DENY : Unknown.PASS,
            Unknown.DENY));
  }

  private static Node.Obj document(Config config) {
    String text = config.text("api_spec").orElseThrow(() -> new NotSaid("it has no document"));
    if (config.flag("api_spec_encoded") && text.contains("%")) {
      throw new NotSaid("its document is written with escapes, and only JSON is read");
    }
    try {
      if (JsonTree.read(text, TreeLimits.DOCUMENT) instanceof Node.Obj document) {
        return document;
      }
    } catch (ProblemException e) {
      throw new NotSaid("its document is not JSON, and only that is read out of a gateway");
    }
    throw new NotSaid("its document is no object");
  }

  private static String basePath(Config config) {
    if (!config.flag("include_base_path")) {
      return "";
    }
    return config
        .text("custom_base_path")
        .orElseThrow(() -> new NotSaid("its paths begin where the document's servers say"));
  }

  @Override
  public Set<String> essential(Config config) {
    return Set.of(
        "config.header_parameter_check",
        "config.notify_only_request_validation_failure",
        "config.query_parameter_check");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.api_spec", "The document is written in another way, and says the same.",
        "config.api_spec_encoded", "It looks for escapes in the document, which has none.",
        "config.allowed_header_parameters", "It names headers that are not checked either way.",
        "config.custom_base_path", "A base path is named that is not used.",
        "config.validate_response_body", "It checks answers too, which no policy does.",
        "config.notify_only_response_body_validation_failure",
            "It says what becomes of answers, which no policy checks.",
        "config.collect_all_errors", TOLD,
        "config.verbose_response", TOLD,
        "config.structured_errors", TOLD,
        "config.max_structured_errors", TOLD);
  }
}
