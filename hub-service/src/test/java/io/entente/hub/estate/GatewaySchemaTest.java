package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatewaySchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final List<Node> GOOD =
      YamlTree.readAll(
          """
          apiVersion: entente.io/v1alpha1
          kind: Gateway
          metadata: {name: edge, labels: {team: a}}
          spec: {vendor: envoy, writes: managed, listener: {address: 127.0.0.1, port: 8080}}
          ---
          apiVersion: entente.io/v1alpha1
          kind: Gateway
          metadata: {name: seen}
          spec: {vendor: envoy}
          ---
          apiVersion: entente.io/v1alpha1
          kind: Gateway
          metadata: {name: kong}
          spec:
            vendor: kong
            writes: observeOnly
            connection:
              admin: http://10.0.0.5:8001
              status: https://kong.example/status
              nodes: 2
              requestsPerSecond: 20
              pollRequestsPerSecond: 2
          ---
          apiVersion: entente.io/v1alpha1
          kind: Gateway
          metadata: {name: apigee}
          spec:
            vendor: apigee
            writes: managed
            connection:
              organization: my-org
              environment: prod
              endpoint: https://apigee.googleapis.com
              requestsPerSecond: 10
          """,
          TreeLimits.DOCUMENT);

  private static final List<Node> ODDITIES =
      YamlTree.readAll(
              """
              [x, '', null, true, 0, 1, 1.5, 65535, 65536, 10000, 10001, 1000, 1001, -1, [], {},
               envoy, kong, apigee, managed, observeOnly, Managed, '127.0.0.1', '::1', '.', '..',
               localhost, 'http://localhost', 'http://localhost:9/', 'http://127.0.0.1:1/x',
               'https://a.example', 'https://a.example/', 'https://a.example/base',
               'https://u:p@a.example', 'https://a.example?x=1', 'https://a.example#f',
               'ftp://a.example', 'http://a.example', 'http://[::1]:8001', 'http://', '//a.example',
               'http://1a', 'http://a.1', 'http://a_b', 'http://256.0.0.1', 'http://a-.b',
               'http://a..b', 'http://a:x', 'http://a.', 'http://a:', 'http://10.0.0.5:8001/x',
               {port: 1}, {address: 127.0.0.1}, {port: 1, address: x}, {admin: 'http://k:1'},
               {organization: o, environment: e}]
              """,
              TreeLimits.DOCUMENT)
          .stream()
          .flatMap(list -> ((Node.Arr) list).items().stream())
          .toList();

  private static final List<String> NAMES =
      List.of("vendor", "writes", "listener", "connection", "admin", "port", "nodes", "other");

  @Test
  void theSchemaIsASchemaOfTheDialectItNames() {
    // Given
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    // When
    var found = meta.validate(JsonTree.pretty(GatewaySchema.of()), InputFormat.JSON);
    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void readerAndSchemaAgreeOnGateways() {
    // Given
    Schema schema = REGISTRY.getSchema(JsonTree.pretty(GatewaySchema.of()), InputFormat.JSON);
    int accepted = 0;
    int refused = 0;
    for (Node whole : GOOD) {
      assertThat(problems(whole)).isEmpty();
      assertThat(valid(schema, whole)).as(JsonTree.write(whole)).isTrue();
    }
    for (int seed = 0; seed < 6_000; seed++) {
      var random = new Random(seed);
      Node mutated = mutated(GOOD.get(seed % GOOD.size()), random);
      if (random.nextInt(3) == 0) {
        mutated = mutated(mutated, random);
      }
      // When
      var problems = problems(mutated);
      // Then
      assertThat(valid(schema, mutated))
          .as("seed %d: %s reader says %s", seed, JsonTree.write(mutated), problems)
          .isEqualTo(problems.isEmpty());
      accepted += problems.isEmpty() ? 1 : 0;
      refused += problems.isEmpty() ? 0 : 1;
    }
    assertThat(accepted).as("mutants that are valid").isGreaterThan(200);
    assertThat(refused).as("mutants that are not").isGreaterThan(1_000);
  }

  private static Node mutated(Node node, Random random) {
    if (node instanceof Node.Obj obj && !obj.fields().isEmpty()) {
      var names = new ArrayList<>(obj.fields().keySet());
      String name = names.get(random.nextInt(names.size()));
      return switch (random.nextInt(10)) {
        case 0 -> obj.without(name);
        case 1 -> obj.with(NAMES.get(random.nextInt(NAMES.size())), oddity(random));
        default -> obj.with(name, mutated(obj.fields().get(name), random));
      };
    }
    return oddity(random);
  }

  private static Node oddity(Random random) {
    return ODDITIES.get(random.nextInt(ODDITIES.size()));
  }

  private static boolean valid(Schema schema, Node document) {
    return schema.validate(JsonTree.write(document), InputFormat.JSON).isEmpty();
  }

  private static List<Problem> problems(Node document) {
    try {
      GatewayDocuments.read(document, 1, new Tenant("main"));
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }
}
