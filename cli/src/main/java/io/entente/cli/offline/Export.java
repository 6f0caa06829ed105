package io.entente.cli.offline;

import io.entente.model.nativeobject.Blob;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that a vendor's own tools take.
 *
 * @param files by relative path, with forward slashes; at least one
 * @param notes what they leave out, and how they are used
 */
public record Export(SortedMap<String, Blob> files, List<String> notes) {

  public Export {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an export has no file");
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    notes = List.copyOf(notes);
  }

  static Export of(String name, String text, List<String> notes) {
    var files = new TreeMap<String, Blob>();
    files.put(name, Blob.ofText(text));
    return new Export(files, notes);
  }
}
