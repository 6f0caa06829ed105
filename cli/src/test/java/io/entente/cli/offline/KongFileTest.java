package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.translator.kong.dialect.KongDialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A node without a database, held to recordings of a real one, loads what is exported. */
class KongFileTest {

  private static final int FILES = 20;

  private final KongDialect dialect = new KongDialect(KongForm.schema());
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aNodeLoadsEveryFileAndHasEveryEntity() throws Exception {
    int loaded = 0;
    try (KongNode node = KongSimulator.start(Options.defaults().withDatabase(Database.OFF))) {
      for (long seed = 0; loaded < FILES && seed < 100L * FILES; seed++) {
        // Given
        OfflineTranslation made = Worlds.translated("kong:oss:3.9", seed);
        if (made.refused()) {
          continue;
        }

        // When
        HttpResponse<String> answer = load(node, text(KongFile.declarative(made)));

        // Then
        assertThat(answer.statusCode()).as("seed %d: %s", seed, answer.body()).isEqualTo(201);
        made.translation()
            .objects()
            .forEach(
                (key, object) -> {
                  Node held = entity(node, path(key, object.content()));
                  assertThat(dialect.canonicalise(key, new Content.Tree(held)))
                      .isEqualTo(object.content());
                });
        loaded++;
      }
    }
    assertThat(loaded).isEqualTo(FILES);
  }

  @Test
  void theFileForDeckSaysWhoseEntitiesItIsAbout() {
    OfflineTranslation made = Worlds.translated("kong:oss:3.9", 2);

    Node deck = tree(KongFile.deck(made));
    Node declarative = tree(KongFile.declarative(made));

    assertThat(JsonTree.write(((Node.Obj) deck).field("_info").orElseThrow()))
        .isEqualTo("{\"select_tags\":[\"entente\"]}");
    assertThat(((Node.Obj) deck).without("_info")).isEqualTo(declarative);
  }

  private HttpResponse<String> load(KongNode node, String yaml) throws Exception {
    String body = JsonTree.write(Node.obj().with("config", Node.text(yaml)));
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.adminPort() + "/config"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Of an entity in the Admin API; targets are within their upstream. */
  private static String path(ObjectKey key, Content content) {
    String own = key.kind() + "/" + key.nativeId();
    return key.kind().equals("targets")
        ? "upstreams/"
            + text(within(within(((Content.Tree) content).root(), "upstream"), "id"))
            + "/"
            + own
        : own;
  }

  private static Node within(Node node, String field) {
    return ((Node.Obj) node).field(field).orElseThrow();
  }

  private static String text(Node value) {
    return ((Scalar.Text) ((Node.Value) value).value()).value();
  }

  private Node entity(KongNode node, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.adminPort() + "/" + path));
    try {
      String body = client.send(request.build(), BodyHandlers.ofString()).body();
      return JsonTree.read(body, TreeLimits.VENDOR);
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }

  private static Node tree(Export export) {
    return YamlTree.readAll(text(export), TreeLimits.DOCUMENT).get(0);
  }

  private static String text(Export export) {
    return new String(export.files().values().iterator().next().bytes(), StandardCharsets.UTF_8);
  }
}
