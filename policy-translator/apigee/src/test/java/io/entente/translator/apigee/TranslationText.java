package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.translator.Translation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A translation as text: all objects with their claims, and every file of ours. */
final class TranslationText {

  private TranslationText() {}

  static String of(Translation translation) {
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
