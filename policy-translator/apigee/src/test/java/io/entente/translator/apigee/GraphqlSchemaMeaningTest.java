package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.GraphqlSchema;
import io.entente.translator.testkit.Policies;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which operations are refused is what the engine says, or stricter as stated. */
class GraphqlSchemaMeaningTest {

  private static final long SEED = 20261122;

  static final String SCHEMA =
      """
      scalar Date
      enum Size { SMALL LARGE }
      interface Named { name: String! }
      union Actor = Person | Shop
      type Query {
        order(id: ID!, size: Size): Order
        orders(first: Int, since: Date): [Order!]!
        who: Actor
        named: Named
      }
      type Mutation { pay(id: ID!, cents: Int!): Order! }
      type Order { id: ID! lines(max: Int): [Line!]! total: Int buyer: Person }
      type Line { article: String! count: Int! }
      type Person implements Named { name: String! orders: [Order!] total: String }
      type Shop implements Named { name: String! city: String }
      """;

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "Query",
              List.of(
                  "order(id: 1) {Order}",
                  "order(id: $v) {Order}",
                  "who {Actor}",
                  "order(id: \"7\", size: LARGE) {Order}",
                  "orders(first: 2) {Order}",
                  "orders(since: \"2026\") {Order}",
                  "named {Named}",
                  "x: named {Named}"),
          "Mutation", List.of("pay(id: 1, cents: 2) {Order}", "pay(cents: 2, id: $v) {Order}"),
          "Order", List.of("id", "total", "lines {Line}", "lines(max: 3) {Line}", "buyer {Person}"),
          "Line", List.of("article", "count", "n: count"),
          "Person", List.of("name", "orders {Order}", "name: name", "total"),
          "Shop", List.of("name", "city", "__typename"),
          "Named", List.of("name", "... on Person {Person}", "... on Shop {Shop}"),
          "Actor",
              List.of(
                  "__typename",
                  "... on Person {Person}",
                  "... on Shop {Shop}",
                  "... on Named {Named}"));

  private static final List<String> WRONG =
      List.of(
          "nowhere",
          "id {Order}",
          "order {Order}",
          "order(id: 1, id: 2) {Order}",
          "order(id: 1, size: HUGE) {Order}",
          "order(id: 1, no: 1) {Order}",
          "lines(max: \"3\") {Line}",
          "... on Line {Line}",
          "... on Size {Line}",
          "buyer",
          "...Nowhere",
          "orders(first: $v) {Order}",
          "total: name",
          "name: city");

  @Test
  void refusesTheOperationsTheEngineRefuses() {
    var random = new Random(SEED);
    var lane =
        new AccessLane(List.of(Policies.enforcing("p", new GraphqlSchema(SCHEMA))), Trust.none());
    var statuses = new TreeMap<Integer, Integer>();
    int stricter = 0;
    for (int round = 0; round < 400; round++) {
      // Given
      Asked sent = asked(random);
      String method = sent.method();
      lane.body = sent.body();

      // When
      AccessLane.Result done = lane.done(method, sent.headers(), sent.query());
      AccessLane.Result meant = lane.meant(method, sent.headers(), sent.query());

      // Then
      statuses.merge(done.status(), 1, Integer::sum);
      if (!done.equals(meant)) {
        assertThat(done.status() == 400 && method.equals("PUT"))
            .as("seed %d round %d: %s %s: %s", SEED, round, method, sent, meant)
            .isTrue();
        stricter++;
      }
    }
    assertThat(statuses.keySet()).containsExactly(0, 400);
    assertThat(statuses.values()).allMatch(count -> count > 100);
    assertThat(stricter).isBetween(1, 80);
    System.out.println("graphql schema: " + statuses + ", stricter as stated: " + stricter);
  }

  /** A request with an operation, most often a valid one. */
  static Asked asked(Random random) {
    String text = document(random);
    String[] methods = {"POST", "POST", "POST", "GET", "OPTIONS", "PUT"};
    String method = methods[Math.min(random.nextInt(8) % 7, methods.length - 1)];
    boolean get = method.equals("GET");
    boolean json = random.nextBoolean();
    String body =
        get || method.equals("OPTIONS")
            ? ""
            : json ? JsonTree.write(Node.obj(Map.of("query", Node.text(text)))) : text;
    var values = new TreeMap<String, List<String>>();
    if (!body.isEmpty()) {
      values.put("content-type", List.of(json ? "application/json" : "application/graphql"));
      values.put("content-length", List.of(Integer.toString(body.length())));
    }
    // what stands in a query undecoded has no blanks
    String query = get ? "query=" + text.replace(' ', ',') : "x=1";
    return new Asked(method, "", Headers.of(values), query, body);
  }

  private static String document(Random random) {
    String root = random.nextInt(8) == 0 ? "Mutation" : "Query";
    String head = root.equals("Query") ? "query" : "mutation";
    String body = selection(random, root, 1);
    var text = new StringBuilder();
    boolean asks = body.contains("$v") != (random.nextInt(30) == 0);
    String name = random.nextInt(3) == 0 ? " Q" : "";
    String type = random.nextInt(20) == 0 ? "Size" : random.nextBoolean() ? "ID!" : "ID !";
    if (asks) {
      text.append(head).append(name).append("($v: ").append(type).append(") ");
    } else if (root.equals("Mutation") || random.nextBoolean()) {
      text.append(head).append(name).append(' ');
    }
    boolean fragment = random.nextInt(4) == 0 && root.equals("Query");
    if (fragment) {
      body = body.substring(0, body.length() - 1) + " ...F}";
    }
    text.append(body);
    if (fragment != (random.nextInt(30) == 0)) {
      text.append(" fragment F on ").append(random.nextInt(12) == 0 ? "Line" : "Query");
      text.append(" {named {name}}");
    }
    if (random.nextInt(12) == 0) {
      text.append(random.nextBoolean() ? " query Other {who {__typename}}" : " {who {__typename}}");
    }
    return text.toString();
  }

  private static String selection(Random random, String type, int level) {
    List<String> known = FIELDS.get(type);
    var text = new StringBuilder("{");
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String field =
          random.nextInt(25) == 0
              ? WRONG.get(random.nextInt(WRONG.size()))
              : known.get(random.nextInt(known.size()));
      int below = field.indexOf('{');
      if (below < 0) {
        text.append(field);
      } else if (level < 6) {
        text.append(field, 0, below)
            .append(selection(random, field.substring(below + 1, field.length() - 1), level + 1));
      } else {
        text.append("__typename");
      }
      text.append(' ');
    }
    return text.append("}").toString();
  }
}
