package io.entente.cli.offline;

import io.entente.model.nativeobject.Blob;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file, an archive or a folder that a gateway's configuration was read from.
 *
 * @param name as given
 * @param files by path within it, with forward slashes
 */
public record EstateSource(String name, SortedMap<String, Blob> files) {

  public EstateSource {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
