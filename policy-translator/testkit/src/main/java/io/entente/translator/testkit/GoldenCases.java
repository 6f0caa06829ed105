package io.entente.translator.testkit;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The case folders of the module that runs: request.yaml in, documents and fidelity.json out. */
public final class GoldenCases {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private GoldenCases() {}

  public static List<Path> all() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The text of a case's request.yaml. */
  public static String request(Path folder) throws IOException {
    return Files.readString(folder.resolve("request.yaml"));
  }

  /** All objects by key, of a translation into trees. */
  public static Node documents(Translation translation) {
    var objects = new TreeMap<String, Node>();
    translation
        .objects()
        .forEach(
            (key, object) -> objects.put(key.toString(), ((Content.Tree) object.content()).root()));
    return Node.obj(objects);
  }
}
