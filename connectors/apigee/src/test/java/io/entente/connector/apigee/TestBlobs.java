package io.entente.connector.apigee;

import io.entente.connector.spi.Blobs;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps bytes in memory. */
final class TestBlobs implements Blobs {

  private final Map<Hash, Blob> kept = new ConcurrentHashMap<>();

  @Override
  public void keep(Collection<Blob> blobs) {
    blobs.forEach(blob -> kept.put(blob.hash(), blob));
  }

  @Override
  public Optional<Blob> get(Hash hash) {
    return Optional.ofNullable(kept.get(hash));
  }

  Collection<Blob> all() {
    return kept.values();
  }
}
