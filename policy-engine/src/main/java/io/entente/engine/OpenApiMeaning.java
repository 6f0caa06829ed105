package io.entente.engine;

import io.entente.engine.JwtMeaning.Refusal;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests that an OpenAPI document describes; others are refused. */
final class OpenApiMeaning {

  /** A document by itself: comparing two takes as long as reading one. */
  private static final class Same {
    private final Node.Obj document;

    private Same(Node.Obj document) {
      this.document = document;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Same same && same.document == document;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(document);
    }
  }

  private static final Kept<Same, JsonSchemas> SCHEMAS = new Kept<>();

  private OpenApiMeaning() {}

  static Optional<Refusal> refused(OpenApiValidation rule, Exchange exchange) {
    Optional<OpenApiOperation> operation =
        OpenApiOperation.of(rule, exchange.method(), exchange.path());
    if (operation.isEmpty()) {
      return rule.unknownPaths() == Unknown.DENY ? refusal("paths") : Optional.empty();
    }
    JsonSchemas schemas =
        SCHEMAS.get(new Same(rule.document()), same -> new JsonSchemas(same.document));
    if (rule.request().contains(Part.PARAMETERS)) {
      var parameters = new OpenApiParameters(operation.get(), exchange, schemas);
      if (!parameters.hold()) {
        return refusal("parameters");
      }
      if (rule.unknownParameters() == Unknown.DENY && !parameters.known()) {
        return refusal("unknownParameters");
      }
    }
    return rule.request().contains(Part.BODY) && !body(operation.get(), exchange, schemas)
        ? refusal("body")
        : Optional.empty();
  }

  /** Schemas that no value can be asked about, by their place in the document. */
  static Optional<Problem> problem(OpenApiValidation rule) {
    var schemas = new JsonSchemas(rule.document());
    var asked = new ArrayList<OpenApiPart>();
    for (OpenApiOperation operation : OpenApiOperation.all(rule.document())) {
      operation.parameters().forEach(parameter -> parameter.child("schema").ifPresent(asked::add));
      contents(operation).forEach(content -> content.child("schema").ifPresent(asked::add));
    }
    OpenApiPart.root(rule.document())
        .child("components")
        .flatMap(components -> components.child("schemas"))
        .filter(all -> all.node() instanceof Node.Obj)
        .ifPresent(
            all ->
                ((Node.Obj) all.node())
                    .fields()
                    .keySet()
                    .forEach(name -> asked.add(all.child(name).orElseThrow())));
    for (OpenApiPart schema : asked) {
      Optional<String> why = schemas.problem(schema.pointer());
      if (why.isPresent()) {
        return Optional.of(
            Problem.user(
                "OPENAPI_SCHEMA_INVALID",
                "The schema at " + schema.pointer() + " cannot be used: " + why.get(),
                "spec.openApiValidation.document",
                schema.pointer(),
                "Mend the schema; its patterns are in the syntax of RE2."));
      }
    }
    return Optional.empty();
  }

  private static boolean body(OpenApiOperation operation, Exchange exchange, JsonSchemas schemas) {
    Optional<OpenApiPart> said = operation.operation().child("requestBody");
    if (said.isEmpty()) {
      return true;
    }
    if (exchange.requestBytes() == 0) {
      return !said.get().says("required");
    }
    List<String> types = exchange.requestHeaders().get("content-type");
    if (types.size() != 1 || types.get(0).contains(",")) {
      return false;
    }
    String[] parts = types.get(0).toLowerCase(Locale.ROOT).split(";", -1);
    String type = parts[0].strip();
    Optional<OpenApiPart> content = content(said.get(), type);
    if (content.isEmpty() || !(type.equals("application/json") || type.endsWith("+json"))) {
      return content.isPresent();
    }
    boolean readable =
        Stream.of(parts)
            .skip(1)
            .map(String::strip)
            .filter(part -> part.startsWith("charset="))
            .allMatch("charset=utf-8"::equals);
    Optional<OpenApiPart> schema = content.get().child("schema");
    return readable
        && (schema.isEmpty()
            || exchange
                .requestBody()
                .flatMap(Payload::text)
                .filter(text -> schemas.take(schema.get().pointer(), text))
                .isPresent());
  }

  private static List<OpenApiPart> contents(OpenApiOperation operation) {
    return operation
        .operation()
        .child("requestBody")
        .flatMap(body -> body.child("content"))
        .map(OpenApiMeaning::children)
        .orElse(List.of());
  }

  private static List<OpenApiPart> children(OpenApiPart part) {
    return part.node() instanceof Node.Obj obj
        ? obj.fields().keySet().stream().map(name -> part.child(name).orElseThrow()).toList()
        : List.of();
  }

  /** What is said of a media type: by itself, or with others of its kind, or with all. */
  private static Optional<OpenApiPart> content(OpenApiPart body, String type) {
    OpenApiPart content = body.child("content").orElseThrow();
    for (String key : List.of(type, type.replaceAll("/.*", "/*"), "*/*")) {
      for (String written : ((Node.Obj) content.node()).fields().keySet()) {
        if (written.toLowerCase(Locale.ROOT).split(";", -1)[0].strip().equals(key)) {
          return content.child(written);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(String field) {
    return Optional.of(new Refusal(400, "openApiValidation." + field));
  }
}
