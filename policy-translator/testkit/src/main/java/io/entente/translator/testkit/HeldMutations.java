package io.entente.translator.testkit;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.reverse.ReverseRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What a gateway holds, with one to three things as nobody should have written them. */
final class HeldMutations {

  private HeldMutations() {}

  /**
   * @param source holds something
   */
  static ReverseRequest of(ReverseRequest source, Random random) {
    var observed = new TreeMap<>(source.observed());
    Set<Blob> blobs = source.blobs();
    for (int i = random.nextInt(3); i >= 0; i--) {
      var keys = List.copyOf(observed.keySet());
      ObjectKey key = keys.get(random.nextInt(keys.size()));
      Content before = Optional.ofNullable(observed.get(key)).orElseThrow().content();
      Content after = before;
      if (before instanceof Content.Files files
          && !files.entries().isEmpty()
          && random.nextInt(4) != 0) {
        var names = List.copyOf(files.entries().keySet());
        String name = names.get(random.nextInt(names.size()));
        Optional<Blob> written = changed(files, name, blobs, random);
        if (written.isPresent()) {
          blobs = new HashSet<>(blobs);
          blobs.add(written.get());
          var entries = new TreeMap<String, Hash>(files.entries());
          entries.put(name, written.get().hash());
          after = new Content.Files(entries);
        }
      }
      observed.put(
          key, NativeObject.foreign(key, after == before ? Mutations.of(before, random) : after));
    }
    return new ReverseRequest(source.gateway(), source.profile(), source.apis(), observed, blobs);
  }

  /** The file with its text changed; empty where nobody has its bytes. */
  private static Optional<Blob> changed(
      Content.Files files, String name, Set<Blob> blobs, Random random) {
    return blobs.stream()
        .filter(blob -> blob.hash().equals(files.entries().get(name)))
        .findFirst()
        .map(
            blob ->
                Blob.ofText(
                    TextMutations.of(new String(blob.bytes(), StandardCharsets.UTF_8), random)));
  }
}
