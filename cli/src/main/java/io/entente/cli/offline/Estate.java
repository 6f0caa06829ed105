package io.entente.cli.offline;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gateway holds, as files say it.
 *
 * @param blobs the bytes of every file that {@code objects} name
 * @param notes what of the files was passed over, or taken for granted
 */
public record Estate(
    SortedMap<ObjectKey, NativeObject> objects, Set<Blob> blobs, List<String> notes) {

  public Estate {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    blobs = Set.copyOf(blobs);
    notes = List.copyOf(notes);
  }

  /** Nothing. */
  public static Estate empty() {
    return new Estate(new TreeMap<>(), Set.of(), List.of());
  }
}
