package io.entente.translator.kong;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The case folders: request.yaml in, kong.json and fidelity.json out. */
final class GoldenCases {

  static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private GoldenCases() {}

  static List<Path> all() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  static Translation translate(Path folder) throws IOException {
    return new KongTranslator()
        .translate(Requests.read(Files.readString(folder.resolve("request.yaml"))));
  }

  /** All objects by key. */
  static Node documents(Translation translation) {
    var objects = new TreeMap<String, Node>();
    translation
        .objects()
        .forEach(
            (key, object) -> objects.put(key.toString(), ((Content.Tree) object.content()).root()));
    return Node.obj(objects);
  }
}
