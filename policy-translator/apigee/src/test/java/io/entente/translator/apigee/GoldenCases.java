package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.translator.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The case folders: request.yaml in, apigee.txt and fidelity.json out. */
final class GoldenCases {

  static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private GoldenCases() {}

  static List<Path> all() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  static Requests.Case read(Path folder) throws IOException {
    return Requests.read(Files.readString(folder.resolve("request.yaml")));
  }

  /** All objects with their claims, and the text of every file of ours. */
  static String documents(Translation translation) {
    Map<Hash, String> texts = new HashMap<>();
    for (Blob blob : translation.blobs()) {
      texts.put(blob.hash(), new String(blob.bytes(), StandardCharsets.UTF_8));
    }
    var out = new StringBuilder();
    translation
        .objects()
        .values()
        .forEach(
            object -> {
              out.append("##### ").append(object.key()).append('\n');
              claims(object, out);
              if (object.content() instanceof Content.Tree tree) {
                out.append(JsonTree.pretty(tree.root()).strip()).append('\n');
              } else {
                ((Content.Files) object.content())
                    .entries()
                    .forEach(
                        (name, hash) ->
                            out.append("### ")
                                .append(name)
                                .append('\n')
                                .append(
                                    Optional.ofNullable(texts.get(hash))
                                        .orElse("(no bytes)")
                                        .strip())
                                .append('\n'));
              }
              out.append('\n');
            });
    return out.toString();
  }

  private static void claims(NativeObject object, StringBuilder out) {
    var lines = new TreeSet<String>();
    for (Claim claim : object.claims()) {
      String what =
          claim instanceof Claim.FileSet files
              ? new TreeSet<>(files.names()).toString()
              : claim instanceof Claim.Fields fields
                  ? new TreeSet<>(fields.paths().stream().map(Object::toString).toList()).toString()
                  : "whole";
      lines.add(
          "claim "
              + what
              + " because of "
              + new TreeSet<>(claim.sources().stream().map(Object::toString).toList()));
    }
    lines.forEach(line -> out.append(line).append('\n'));
  }
}
