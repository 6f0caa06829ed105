package io.entente.translator.apigee;

import io.entente.engine.Headers;
import io.entente.policy.JsonThreat;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import io.entente.translator.testkit.BodyTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The requests that tell a rule that the interpreter runs from one that is a little different:
 * those of the tests of what the kinds mean, and such as stand at an edge.
 */
final class InterpretedProbes {

  private static final int MANY = 250;

  /** Than any limit of the rules here. */
  private static final int LARGER = 16;

  /** At least one for each alternative of each of the families' patterns. */
  private static final List<String> ATTACKS =
      List.of(
          "/v1x",
          "union select ",
          "UNION/ALL*SELECT(",
          "union all select+",
          "' or 1=1",
          "') and 'a'<2",
          "' or x like ",
          "'or a>1",
          ";drop ",
          "; delete(",
          ";insert ",
          ";update ",
          ";alter ",
          ";create ",
          ";exec(",
          ";shutdown ",
          "sleep(5",
          "benchmark ('",
          "pg_sleep(9",
          "sleep('",
          "benchmark('",
          "pg_sleep('",
          "'--",
          "')#",
          "' /*",
          "<script>",
          "< /SCRIPT ",
          "javascript :",
          "<img/onload =",
          "<a b onx=",
          "<!-- # include",
          "<!--#exec",
          "<!--#echo",
          "<!--#config",
          "<!--#printenv",
          "<!--#fsize",
          "<!--#flastmod",
          "ancestor::",
          "child-or-self::",
          "descendant-sibling::",
          "following::",
          "parent::",
          "preceding::",
          "self::",
          "../",
          "%2e%2e%2f",
          ".%2E%5c",
          // what is close, and is none
          "unionselect",
          "onion select ",
          "' xor 1=1",
          ";drops",
          "asleep(x",
          "'-",
          "<scripts",
          "javascript",
          "child:",
          "./");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=UTF-8",
          "application/json;charset=utf-8",
          "application/json  ;  charset=Utf-8",
          "application/json; charset=utf-9",
          "application/json, application/graphql",
          "application/jsonp",
          "xapplication/json",
          "application/xml",
          "application/xml; charset=UTF-8",
          "application/xml;charset=utf-8",
          "application/xml ; charset=uTf-8",
          "application/graphql",
          "application/graphql; charset=UTF-8",
          "application/graphql ;charset=utf-8",
          "text/xml",
          "Text/JSON",
          "text/graphql",
          "text/plain");

  private InterpretedProbes() {}

  static List<Asked> of(PolicyKind kind) {
    var random = new Random(1);
    return switch (kind.kindName()) {
      case "jsonThreat" ->
          bodies(((JsonThreat) kind).maxBodyBytes(), "application/json", "[]", random);
      case "xmlThreat" ->
          bodies(((XmlThreat) kind).maxBodyBytes(), "application/xml", "<a/>", random);
      case "injectionProtection" -> attacks(random);
      case "graphqlSchema" -> operations(GraphqlSchemaMeaningTest::asked, random);
      case "openApiValidation" ->
          Stream.concat(
                  OpenApiMeaningTest.every().stream(),
                  typed("{\"id\": 1}").map(InterpretedProbes::traced))
              .toList();
      default -> operations(r -> GraphqlMeaningTest.Sent.of(r).asked(), random);
    };
  }

  private static Stream<Asked> many(Function<Random, Asked> one, Random random) {
    return Stream.generate(() -> one.apply(random)).limit(MANY);
  }

  private static List<Asked> bodies(long most, String type, String body, Random random) {
    var asked = new ArrayList<>(many(r -> BodiesMeaningTest.Sent.of(r).asked(), random).toList());
    typed(body).forEach(asked::add);
    for (long length = 0; length < most + 25; length++) {
      asked.add(measured(type, body, Long.toString(length)));
    }
    for (String length :
        List.of("00", "0" + most, "00" + (most + 1), "10" + most, "x", "1000000")) {
      asked.add(measured(type, body, length));
      asked.add(measured("text/plain", "a", length));
    }
    for (int size = 1; size < LARGER; size++) {
      (type.endsWith("json") ? BodyTexts.jsonOf(size) : BodyTexts.xmlOf(size))
          .forEach(text -> asked.add(measured(type, text, "1")));
    }
    return asked;
  }

  private static Asked measured(String type, String body, String length) {
    return new Asked(
        "POST",
        "",
        Headers.none().set("content-type", type).set("content-length", length),
        "",
        body);
  }

  private static Stream<Asked> typed(String body) {
    return TYPES.stream().map(type -> measured(type, body, Integer.toString(body.length())));
  }

  private static Asked traced(Asked asked) {
    return new Asked(
        "POST", "", asked.headers().set("x-trace", "abc"), asked.query(), asked.body());
  }

  private static List<Asked> attacks(Random random) {
    var asked = new ArrayList<>(many(InjectionMeaningTest::asked, random).toList());
    Stream.concat(ATTACKS.stream(), Stream.of("b4d!", "BAD?", "xx", "A7", "a7", "B3"))
        .forEach(
            text -> {
              asked.add(attack(text, "", "a", "a"));
              asked.add(attack("a", text, "a", "a"));
              asked.add(attack("a", "", text, "a"));
              asked.add(attack("a", "", "a", text));
            });
    asked.add(new Asked("GET", "/a", Headers.none(), "", ""));
    return asked;
  }

  private static Asked attack(String path, String query, String header, String body) {
    return new Asked("POST", "/" + path, Headers.none().append("x-looked-at", header), query, body);
  }

  private static List<Asked> operations(Function<Random, Asked> one, Random random) {
    var asked = new ArrayList<>(many(one, random).toList());
    typed("{\"query\": \"{ who { name } }\"}").forEach(asked::add);
    typed("{ who { name } }").forEach(asked::add);
    typed("{\"x\": 1}").forEach(asked::add);
    typed("{ order(id: 1, size: SMALL) { id } }").forEach(asked::add);
    typed("{ order(id: 1, size: LARGE) { id } }").forEach(asked::add);
    typed("{ order { id } }").forEach(asked::add);
    typed("mutation { pay(id: 1) { id } }").forEach(asked::add);
    typed("mutation { pay(cents: 1) { id } }").forEach(asked::add);
    typed("{\"query\": \"{ __schema { types { name } } }\"}").forEach(asked::add);
    typed("{ a __type(name: \"T\") { name } }").forEach(asked::add);
    Headers none = Headers.none();
    String query = "query={who{__typename}}";
    for (String method : List.of("GET", "HEAD", "OPTIONS", "DELETE")) {
      asked.add(new Asked(method, "", none, query, ""));
      asked.add(new Asked(method, "", none, query + "&" + query, ""));
      asked.add(new Asked(method, "", none.set("content-length", "0"), query, ""));
      asked.add(new Asked(method, "", none.set("content-length", "3"), query, "{a}"));
      asked.add(new Asked(method, "", none.set("transfer-encoding", "chunked"), query, "{a}"));
    }
    return asked;
  }

  /** A few that show whether a rule reaches beyond its proxy. */
  static List<Asked> few(List<Asked> asked) {
    return asked.subList(0, Math.min(20, asked.size()));
  }
}
