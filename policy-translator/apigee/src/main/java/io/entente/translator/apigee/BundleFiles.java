package io.entente.translator.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.translator.apigee.emit.Resource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects the files of one object, and the bytes of all objects. */
final class BundleFiles {

  private final TreeMap<String, Hash> entries = new TreeMap<>();
  private final Set<Blob> blobs = new HashSet<>();

  void put(String name, String text) {
    Blob blob = Blob.ofText(text);
    blobs.add(blob);
    entries.put(name, blob.hash());
  }

  /**
   * @param root of the bundle
   */
  void put(String root, Optional<Resource> resource) {
    resource.ifPresent(file -> put(file.file(root), file.text()));
  }

  Content.Files content() {
    return new Content.Files(entries);
  }

  Set<Blob> blobs() {
    return blobs;
  }
}
