package io.entente.simulator.apigee.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a bundle: at most 15 MiB packed, 100 MiB unpacked, 5000 files, ratio 200, depth 10. */
final class BundleZip {

  static final int PACKED = 15 * 1024 * 1024;
  private static final int UNPACKED = 100 * 1024 * 1024;
  private static final int RATIO = 200;
  private static final int SMALL = 1024 * 1024;
  private static final int FILES = 5000;
  private static final int DEPTH = 10;
  private static final Pattern NAME = Pattern.compile("[^\\\\:\\x00-\\x1f]+");

  private final BundleKind kind;
  private final byte[] zip;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private int unpacked;

  private BundleZip(BundleKind kind, byte[] zip) {
    this.kind = kind;
    this.zip = zip;
  }

  /**
   * The files by path.
   *
   * @throws io.entente.simulator.apigee.error.Refusal when it is no zip or breaks a bound
   */
  static SortedMap<String, byte[]> read(BundleKind kind, byte[] zip) {
    if (zip.length > PACKED) {
      throw BadBundle.of("", "bundle is " + zip.length + " bytes; the limit is " + PACKED);
    }
    var reader = new BundleZip(kind, zip);
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null) {
        reader.take(entry, in);
        entry = in.getNextEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw BadBundle.of("", "bundle is not a valid zip file: " + e.getMessage());
    }
    if (reader.files.isEmpty()) {
      throw BadBundle.of("", "bundle is not a valid zip file, or is empty");
    }
    return reader.files;
  }

  private void take(ZipEntry entry, ZipInputStream in) throws IOException {
    String name = entry.getName();
    requireInside(name);
    if (entry.isDirectory()) {
      return;
    }
    if (files.size() >= FILES) {
      throw BadBundle.of(name, "bundle has more than " + FILES + " files");
    }
    int room = (int) Math.min(UNPACKED, Math.max(SMALL, (long) zip.length * RATIO)) - unpacked;
    byte[] bytes = in.readNBytes(room + 1);
    if (bytes.length > room) {
      throw BadBundle.of(name, "bundle is too large when unpacked");
    }
    unpacked += bytes.length;
    if (files.put(name, bytes) != null) {
      throw BadBundle.of(name, "zip entry is in bundle twice");
    }
  }

  private void requireInside(String name) {
    String[] steps = name.split("/", -1);
    boolean isInside =
        NAME.matcher(name).matches()
            && steps[0].equals(kind.root())
            && (steps.length > 1)
            && steps.length <= DEPTH;
    for (int i = 0; i < steps.length; i++) {
      boolean isEmptyInside = steps[i].isEmpty() && i < steps.length - 1;
      isInside &= !isEmptyInside && !steps[i].equals("..") && !steps[i].equals(".");
    }
    if (!isInside) {
      throw BadBundle.of(name, "zip entry in bundle is outside the bundle root");
    }
  }
}
