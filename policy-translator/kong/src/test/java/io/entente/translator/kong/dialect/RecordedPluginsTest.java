package io.entente.translator.kong.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.kong.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What was sent to a real node and what came back are one thing. */
class RecordedPluginsTest {

  private static final List<String> SCOPES = List.of("id", "route", "service", "consumer");

  private final KongDialect dialect = new KongDialect(Recorded.schema());

  @TestFactory
  Stream<DynamicTest> whatWasSentEqualsWhatCameBack() {
    return Stream.of("03-plugin-create-", "08-put-plugin-client", "08-put-plugin-partial-becomes")
        .flatMap(prefix -> Recorded.files(prefix).stream())
        .map(file -> DynamicTest.dynamicTest(file, () -> sentEqualsAnswered(file)));
  }

  @TestFactory
  Stream<DynamicTest> whatWasCreatedEqualsWhatIsListedLater() {
    return Recorded.files("03-plugin-create-").stream()
        .map(file -> DynamicTest.dynamicTest(file, () -> answeredEqualsListed(file)));
  }

  @Test
  void coversEveryRecordedCreation() {
    assertThat(Recorded.files("03-plugin-create-")).hasSize(25);
  }

  @Test
  void isIdempotentOnEverythingListed() {
    for (Node.Obj plugin : Recorded.listed("04-list-plugins.json")) {
      Node once = canonical(plugin);
      assertThat(canonical(once)).isEqualTo(once);
    }
  }

  private void sentEqualsAnswered(String file) {
    // Given
    Node.Obj answered = Recorded.body(file);
    Node.Obj sent =
        (Node.Obj) Recorded.field(Recorded.field(Recorded.call(file), "request"), "body");
    for (String scope : SCOPES) {
      // the path of the call or a name says them; the answer says them by id
      sent = sent.with(scope, Recorded.field(answered, scope));
    }

    // Then
    assertThat(JsonTree.pretty(canonical(sent))).isEqualTo(JsonTree.pretty(canonical(answered)));
  }

  private void answeredEqualsListed(String file) {
    // Given
    Node.Obj answered = Recorded.body(file);
    String id = Recorded.text(Recorded.field(answered, "id"));

    // When
    Node.Obj listed =
        Recorded.listed("04-list-plugins.json").stream()
            .filter(plugin -> Recorded.text(Recorded.field(plugin, "id")).equals(id))
            .findFirst()
            .orElseThrow();

    // Then
    assertThat(canonical(listed)).isEqualTo(canonical(answered));
  }

  private Node canonical(Node plugin) {
    var key = new ObjectKey(KongKinds.PLUGINS, "p");
    return ((Content.Tree) dialect.canonicalise(key, new Content.Tree(plugin))).root();
  }
}
