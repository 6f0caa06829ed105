package io.entente.connector.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the translator emits travels as Envoy's own messages and says the same when read back. */
class EmittedDocumentsTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("entente.root", "../.."))
          .resolve("policy-translator/envoy/src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> everyEmittedDocumentSurvivesTheJourney() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      List<Path> cases = folders.sorted().toList();
      assertThat(cases).hasSizeGreaterThan(40);
      return cases.stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> journey(folder)));
    }
  }

  private static void journey(Path folder) throws IOException {
    // Given
    Node documents =
        JsonTree.read(Files.readString(folder.resolve("envoy.json")), TreeLimits.DOCUMENT);

    for (var entry : ((Node.Obj) documents).fields().entrySet()) {
      int slash = entry.getKey().indexOf('/');
      var key =
          new ObjectKey(entry.getKey().substring(0, slash), entry.getKey().substring(slash + 1));

      // When
      Message message = new ResourceCodec().message(key, entry.getValue());
      String text =
          JsonFormat.printer()
              .preservingProtoFieldNames()
              .usingTypeRegistry(EnvoyTypes.registryFor(entry.getValue()))
              .print(message);

      // Then
      assertThat(text).as(key.toString()).doesNotContain("TypedStruct");
      Content back =
          new EnvoyDialect()
              .canonicalise(key, new Content.Tree(JsonTree.read(text, TreeLimits.DOCUMENT)));
      assertThat(back).as(key.toString()).isEqualTo(new Content.Tree(entry.getValue()));
    }
  }
}
