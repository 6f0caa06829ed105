package io.entente.connector.spi;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import java.util.Collection;
import java.util.Optional;

/**
 * Bytes of files by their hash, for gateways whose documents are files. A reader keeps what it
 * read, so that it can be shown and put back; an applier fetches what it has to write. May block;
 * safe to share between threads.
 */
public interface Blobs {

  /** Keeps them durably; one that is kept already costs next to nothing. */
  void keep(Collection<Blob> blobs);

  /** Empty when it was never kept. */
  Optional<Blob> get(Hash hash);
}
