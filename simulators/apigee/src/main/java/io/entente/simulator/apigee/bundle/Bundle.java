package io.entente.simulator.apigee.bundle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bundle that can be imported. Immutable; the bytes are not to be changed.
 *
 * @param zip as it was sent
 * @param files by path
 */
public record Bundle(
    BundleKind kind, byte[] zip, SortedMap<String, byte[]> files, Contents contents) {

  public Bundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Unpacks and checks.
   *
   * @throws io.entente.simulator.apigee.error.Refusal naming every file that is wrong
   */
  public static Bundle read(BundleKind kind, byte[] zip) {
    SortedMap<String, byte[]> files = BundleZip.read(kind, zip);
    return new Bundle(kind, zip.clone(), files, BundleCheck.contents(kind, files));
  }

  /** Names of files in a folder of the bundle, without {@code .xml}. */
  public List<String> names(String folder) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(kind.root() + "/" + folder + "/") && path.endsWith(".xml"))
        .map(path -> path.substring(path.lastIndexOf('/') + 1, path.length() - 4))
        .toList();
  }
}
