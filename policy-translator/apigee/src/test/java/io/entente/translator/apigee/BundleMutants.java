package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.DocumentMutations;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.XmlMutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Files and hooks of translations with one field changed, and where each belongs. */
final class BundleMutants {

  private final Map<Mutant, String> files = new IdentityHashMap<>();

  /** Of a hook all, of a bundle those of its files that are wanted. */
  List<Mutant> of(
      NativeObject object, Translation translation, Random random, Predicate<String> wanted) {
    if (object.key().kind().equals("flowhooks")) {
      return DocumentMutations.of(((Content.Tree) object.content()).root(), random);
    }
    var mutants = new ArrayList<Mutant>();
    if (object.content() instanceof Content.Files content) {
      content
          .entries()
          .forEach(
              (name, hash) -> {
                if (wanted.test(name)) {
                  for (Mutant mutant : of(name, text(translation, hash), random)) {
                    files.put(mutant, name);
                    mutants.add(mutant);
                  }
                }
              });
    }
    return mutants;
  }

  private static List<Mutant> of(String name, String text, Random random) {
    String shortened = name.substring(name.lastIndexOf('/') + 1);
    if (name.endsWith(".json")) {
      return DocumentMutations.of(JsonTree.read(text, TreeLimits.VENDOR), random).stream()
          .map(
              mutant ->
                  new Mutant(
                      shortened + "/" + mutant.path(),
                      mutant.change(),
                      Node.text(JsonTree.write(mutant.document()))))
          .toList();
    }
    return name.endsWith(".graphql")
        ? SchemaMutations.of(shortened, text, random)
        : XmlMutations.of(shortened, text, random);
  }

  private static String text(Translation translation, Hash hash) {
    return translation.blobs().stream()
        .filter(blob -> blob.hash().equals(hash))
        .findFirst()
        .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
        .orElseThrow(() -> new AssertionError("nobody has the bytes of " + hash));
  }

  /** The translation with this in place of what it was made of. */
  Translation changed(Translation translation, ObjectKey key, Mutant mutant) {
    NativeObject object = translation.objects().get(key);
    var blobs = new ArrayList<>(translation.blobs());
    Content content = new Content.Tree(mutant.document());
    if (object.content() instanceof Content.Files before) {
      Blob blob = Blob.ofText(Trees.text(mutant.document()).orElseThrow());
      blobs.add(blob);
      var entries = new TreeMap<>(before.entries());
      entries.put(files.get(mutant), blob.hash());
      content = new Content.Files(entries);
    }
    var objects = new TreeMap<>(translation.objects());
    objects.put(key, new NativeObject(key, content, object.claims()));
    return new Translation(
        objects,
        translation.fidelity(),
        translation.shadowed(),
        translation.refusals(),
        Set.copyOf(blobs));
  }
}
