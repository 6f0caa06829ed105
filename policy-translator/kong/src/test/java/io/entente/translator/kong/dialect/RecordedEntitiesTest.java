package io.entente.translator.kong.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.kong.Recorded;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same for the other entities: what was sent and what came back are one thing. */
class RecordedEntitiesTest {

  private static final Map<String, String> KIND_BY_FILE =
      Map.of(
          "02-route-create.json", "routes",
          "14-put-nested-route.json", "routes",
          "02-upstream-create.json", "upstreams",
          "02-consumer-create.json", "consumers",
          "02-target-create.json", "targets",
          "08-put-service-create-by-uuid.json", "services");

  private static final List<String> SAID_BY_THE_PATH = List.of("id", "name", "service", "upstream");

  private final KongDialect dialect = new KongDialect(Recorded.schema());

  @TestFactory
  Stream<DynamicTest> whatWasSentEqualsWhatCameBack() {
    return KIND_BY_FILE.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> sentEqualsAnswered(entry.getValue(), entry.getKey())));
  }

  @TestFactory
  Stream<DynamicTest> isIdempotentOnEverythingListed() {
    return Stream.of("services", "routes", "upstreams", "targets", "consumers", "certificates")
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind,
                    () -> {
                      for (Node.Obj entity : Recorded.listed("04-list-" + kind + ".json")) {
                        Node once = canonical(kind, entity);
                        assertThat(canonical(kind, once)).isEqualTo(once);
                      }
                    }));
  }

  private void sentEqualsAnswered(String kind, String file) {
    Node.Obj answered = Recorded.body(file);
    Node.Obj sent =
        (Node.Obj) Recorded.field(Recorded.field(Recorded.call(file), "request"), "body");
    for (String field : SAID_BY_THE_PATH) {
      if (sent.field(field).isEmpty() && answered.field(field).isPresent()) {
        sent = sent.with(field, Recorded.field(answered, field));
      }
    }

    assertThat(JsonTree.pretty(canonical(kind, sent)))
        .isEqualTo(JsonTree.pretty(canonical(kind, answered)));
  }

  private Node canonical(String kind, Node entity) {
    var key = new ObjectKey(kind, "e");
    return ((Content.Tree) dialect.canonicalise(key, new Content.Tree(entity))).root();
  }
}
