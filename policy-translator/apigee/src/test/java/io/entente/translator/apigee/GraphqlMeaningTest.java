package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.PolicyKind;
import io.entente.translator.testkit.Policies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which operations are refused is what the engine says, or stricter as stated. */
class GraphqlMeaningTest {

  private static final long SEED = 20261122;

  @Test
  void refusesTheOperationsTheEngineRefuses() {
    var random = new Random(SEED);
    var statuses = new TreeMap<Integer, Integer>();
    int stricter = 0;
    for (int round = 0; round < 1_200; round++) {
      // Given
      PolicyKind rule = random.nextBoolean() ? limits(random) : new GraphqlIntrospection(false);
      boolean limits = rule instanceof GraphqlLimits;
      var lane = new AccessLane(List.of(Policies.enforcing("p", rule)), Trust.none());
      var sent = Sent.of(random);
      String text = sent.text();
      String method = sent.method();
      boolean get = method.equals("GET");
      lane.body = sent.body();
      if (get && text.contains("#")) {
        continue;
      }

      // When
      AccessLane.Result done = lane.done(method, sent.headers(), sent.query());
      AccessLane.Result meant = lane.meant(method, sent.headers(), sent.query());

      // Then
      String what =
          "seed %d round %d: %s %s %s %s ?%s"
              .formatted(SEED, round, rule, method, sent.type(), lane.body, sent.query());
      statuses.merge(done.status(), 1, Integer::sum);
      if (!done.equals(meant)) {
        assertThat(done.status()).as(what).isIn(400, 403);
        boolean stated =
            text.contains("subscription")
                || method.equals("PUT")
                || sent.type().startsWith("Application")
                || (!limits && (get || text.contains("__schema") || text.contains("__type")));
        assertThat(stated).as(what).isTrue();
        stricter++;
      }
    }
    assertThat(statuses.keySet()).containsExactly(0, 400, 403);
    assertThat(statuses.values()).allMatch(count -> count > 60);
    assertThat(stricter).isBetween(1, 450);
    System.out.println("graphql: " + statuses + ", stricter as stated: " + stricter);
  }

  /** Limits that documents here may break. */
  static GraphqlLimits limits(Random random) {
    return new GraphqlLimits(
        Optional.of(1 + random.nextInt(5)),
        Optional.empty(),
        Optional.empty(),
        random.nextBoolean() ? Optional.of(1 + random.nextInt(2)) : Optional.empty());
  }

  /** A request with an operation. */
  record Sent(String text, String method, String type, String body, String query) {

    static Sent of(Random random) {
      String text = document(random);
      String[] methods = {"POST", "POST", "POST", "POST", "GET", "OPTIONS", "PUT"};
      String method = methods[random.nextInt(methods.length)];
      String[] types = {
        "application/json",
        "application/graphql",
        "application/json; charset=UTF-8",
        "text/plain",
        "application/json, application/graphql",
        "Application/Json"
      };
      String type = types[Math.min(random.nextInt(14) % 9, types.length - 1)];
      boolean get = method.equals("GET");
      boolean json = type.toLowerCase(Locale.ROOT).startsWith("application/json");
      String body =
          get || method.equals("OPTIONS")
              ? ""
              : json ? GraphqlMeaningTest.json(text, random) : text;
      // what stands in a query undecoded has neither blanks nor plus signs
      String plain = text.replace(' ', ',').replace("\n", ",");
      String query = get || random.nextInt(12) == 0 ? "query=" + plain : "x=1";
      return new Sent(text, method, type, body, query);
    }

    Headers headers() {
      return body.isEmpty()
          ? Headers.none()
          : Headers.of(
              Map.of(
                  "content-type",
                  List.of(type),
                  "content-length",
                  List.of(Integer.toString(body.length()))));
    }

    Asked asked() {
      return new Asked(method, "", headers(), query, body);
    }
  }

  private static String json(String text, Random random) {
    String body =
        JsonTree.write(Node.obj(Map.of("query", Node.text(text), "operationName", Node.nothing())));
    return switch (random.nextInt(16)) {
      case 0 -> "[" + body + "]";
      case 1 -> "{\"extensions\": {\"persistedQuery\": {\"version\": 1}}}";
      case 2 -> body.replace("a", "\\u0061");
      case 3 -> body.substring(1);
      default -> body;
    };
  }

  private static String document(Random random) {
    var text = new StringBuilder();
    String[] heads = {"", "query ", "query Q ", "mutation M ", "subscription "};
    text.append(heads[Math.min(random.nextInt(9), 8) % heads.length]);
    int defined = random.nextInt(4);
    text.append("{").append(selection(random, 1, defined)).append("}");
    for (int i = 0; i < defined; i++) {
      // each uses later ones only, or one that is not there
      text.append(" fragment F%d on T {".formatted(i))
          .append(selection(random, 2, 0))
          .append(i + 1 < defined && random.nextBoolean() ? " ...F" + (i + 1) : "")
          .append("}");
    }
    if (random.nextInt(14) == 0) {
      text.deleteCharAt(text.length() - 1);
    }
    return text.toString();
  }

  private static String selection(Random random, int level, int defined) {
    var text = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      text.append(
          switch (random.nextInt(14)) {
            case 0 -> "x: a ";
            case 1 -> "a(n: \"{__schema\") ";
            case 2 -> "__typename ";
            case 3 -> level == 1 ? "__schema { b } " : "b ";
            case 4 -> "y: __type(name: \"T\") { name } ";
            case 5 -> defined > 0 ? "...F" + random.nextInt(defined) + " " : "c ";
            case 6 -> random.nextInt(4) == 0 ? "...Nowhere " : "d ";
            case 7 -> "# __type\n e ";
            default -> "f ";
          });
    }
    if (level < 4 && random.nextBoolean()) {
      String inner = selection(random, level + 1, defined);
      text.append(random.nextInt(4) == 0 ? "... on T {" + inner + "} " : "g {" + inner + "} ");
    }
    return text.toString();
  }
}
