package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that read GraphQL operations, in the order they are asked for. */
final class GraphqlSteps {

  /** More than any document has; where no limit is written Apigee has one of its own. */
  static final int UNLIMITED = 1_000_000;

  private static final String OPTIONS = "(request.verb = \"OPTIONS\")";
  private static final String ASKS = "(!%s)".formatted(OPTIONS);
  private static final String GET = "((request.verb = \"GET\") or (request.verb = \"HEAD\"))";
  private static final String POST = "(request.verb = \"POST\")";
  private static final String TYPE = "request.header.content-type.values.string";
  private static final String CHARSET = "( *; *charset=[uU][tT][fF]-8)?$";
  private static final String BODYLESS =
      "((request.header.content-length = null) or (request.header.content-length = \"0\"))";

  /** The field anywhere in a text, line breaks and all: a class of a dot and what is none. */
  private static final String SCHEMA = "^[.[^.]]*__(schema|type)([^A-Za-z0-9_][.[^.]]*)?$";

  private final Policy policy;
  private final Place place;
  private final List<StepDraft> steps = new ArrayList<>();

  GraphqlSteps(Policy policy, Place place) {
    this.policy = policy;
    this.place = place;
  }

  List<StepDraft> steps() {
    return steps;
  }

  /**
   * Refuses what has its operation in none of the places where Apigee finds one.
   *
   * @param get whether the query of a GET is one of them
   */
  void readable(String what, boolean get) {
    String byQuery =
        "(%s and (request.queryparam.query.values.count = \"1\") and (request.header.transfer-encoding = null) and %s) or "
            .formatted(GET, BODYLESS);
    String byBody =
        "(%s and (request.queryparam.query = null) and %s)"
            .formatted(POST, typed("(json|graphql)"));
    refuse(
        what, 400, "bad request", "(!(%s or %s%s))".formatted(OPTIONS, get ? byQuery : "", byBody));
  }

  /** Refuses what is no operation, or a larger one. */
  void parsed(String what, int depth, int fragments) {
    String name = name(what);
    add(name, graphql(name, depth, fragments, "parse").file(), ASKS);
  }

  /** Refuses what is no operation, or not valid by a schema. */
  void verified(String what, Resource schema) {
    String name = name(what);
    String file =
        graphql(name, UNLIMITED, UNLIMITED, "parse_verify")
            .with("ResourceURL", schema.address())
            .file();
    steps.add(
        new StepDraft(
            Stage.PAYLOAD, name, file, Optional.of(ASKS), List.of(policy), Optional.of(schema)));
  }

  private static XmlDocument graphql(String name, int depth, int fragments, String action) {
    return XmlDocument.policy("GraphQL", name)
        .with("Source", "request")
        .with("OperationType", "query_mutation")
        .with("MaxDepth", Integer.toString(depth))
        .with("MaxCount", Integer.toString(fragments))
        .with("Action", action);
  }

  /** Takes the text of the operation out of a JSON body. */
  void textOf(String what, String unread) {
    String name = name(what);
    String file =
        XmlDocument.judged("ExtractVariables", name)
            .with(XmlDocument.of("Source", "clearPayload", "false").text("request"))
            .with("VariablePrefix", prefix())
            .with(
                XmlDocument.of("JSONPayload")
                    .with(XmlDocument.of("Variable", "name", "query").with("JSONPath", "$.query")))
            .with("IgnoreUnresolvedVariables", "true")
            .file();
    String json = POST + " and " + typed("json");
    add(name, file, json);
    refuse(unread, 400, "bad request", "%s and (%s.query = null)".formatted(json, prefix()));
  }

  /** Refuses a text that has the field. */
  void schema(String what) {
    refuse(
        what,
        403,
        "not allowed",
        "(%s.query JavaRegex \"%s\") or (%s and %s and (request.content JavaRegex \"%s\"))"
            .formatted(prefix(), SCHEMA, POST, typed("graphql"), SCHEMA));
  }

  private String prefix() {
    return "operation." + name("gqx");
  }

  private static String typed(String subtype) {
    return "(%s JavaRegex \"^application/%s%s\")".formatted(TYPE, subtype, CHARSET);
  }

  private void refuse(String what, int status, String body, String condition) {
    String name = name(what);
    add(name, RaiseFaultPolicy.file(name, status, Reasons.of(status), body), condition);
  }

  private void add(String name, String file, String condition) {
    steps.add(new StepDraft(Stage.PAYLOAD, name, file, Optional.of(condition), List.of(policy)));
  }

  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }
}
