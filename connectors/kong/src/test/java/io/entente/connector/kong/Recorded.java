package io.entente.connector.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Recorded answers of a real Kong. */
final class Recorded {

  private Recorded() {}

  static Set<String> names() {
    try (var files = Files.list(folder())) {
      return new TreeSet<>(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.substring(0, name.length() - 5))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node tree(String name) {
    return Trees.field(read(name), "body").orElseThrow();
  }

  /** The body as JSON text. */
  static String body(String name) {
    Node body = tree(name);
    return Trees.text(body).orElseGet(() -> JsonTree.write(body));
  }

  static int status(String name) {
    var status = (Node.Value) Trees.field(read(name), "status").orElseThrow();
    return ((Scalar.Num) status.value()).value().intValueExact();
  }

  private static Node read(String name) {
    try {
      return JsonTree.read(Files.readString(folder().resolve(name + ".json")), TreeLimits.VENDOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Recorded.class.getResource("/recorded").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
