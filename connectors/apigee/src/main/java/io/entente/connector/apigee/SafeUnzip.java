package io.entente.connector.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens the archive of a bundle, or refuses it: nothing is written to a disk, and an archive that
 * would be strange on one is not taken apart either.
 */
final class SafeUnzip {

  private static final int ARCHIVE_BYTES = 15 << 20;
  private static final int ENTRIES = 5_000;
  private static final int ENTRY_BYTES = 16 << 20;
  private static final int TOTAL_BYTES = 64 << 20;
  private static final int RATIO = 200;
  private static final int FREE_BYTES = 1 << 20;
  private static final int DEPTH = 24;
  private static final int NAME_CHARS = 500;

  private SafeUnzip() {}

  /**
   * The files by name; folders are left out.
   *
   * @param folder in which every file has to lie
   * @throws ProblemException BUNDLE_UNSAFE
   */
  static SortedMap<String, Blob> open(byte[] archive, String folder) {
    if (archive.length > ARCHIVE_BYTES) {
      throw unsafe("is longer than " + ARCHIVE_BYTES + " bytes");
    }
    int named = ZipDirectory.requirePlain(archive);
    var files = new TreeMap<String, Blob>();
    long total = 0;
    int entries = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > ENTRIES) {
          throw unsafe("has more than " + ENTRIES + " entries");
        }
        byte[] bytes = zip.readNBytes(ENTRY_BYTES + 1);
        total += bytes.length;
        if (bytes.length > ENTRY_BYTES || total > TOTAL_BYTES) {
          throw unsafe("unpacks to more than we take in");
        }
        if (total > FREE_BYTES && total / RATIO > archive.length) {
          throw unsafe("unpacks to more than " + RATIO + " times its size");
        }
        requireName(entry.getName(), folder);
        if (!entry.isDirectory() && files.put(entry.getName(), Blob.of(bytes)) != null) {
          throw unsafe("holds " + shown(entry.getName()) + " twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unsafe("is no archive that can be read");
    }
    if (entries == 0) {
      throw unsafe("is empty");
    }
    if (entries != named) {
      throw unsafe("holds other entries than its directory names");
    }
    return Collections.unmodifiableSortedMap(files);
  }

  private static void requireName(String name, String folder) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (name.length() > NAME_CHARS || path.split("/", -1).length > DEPTH) {
      throw unsafe("has a name that is too long or too deep: " + shown(name));
    }
    try {
      new Content.Files(new TreeMap<>(Map.of(path, Hash.ofText(""))));
    } catch (IllegalArgumentException e) {
      throw unsafe("has a name that leads elsewhere: " + shown(name));
    }
    if (path.matches("[A-Za-z]:.*") || !(path + "/").startsWith(folder + "/")) {
      throw unsafe("has a file outside of " + folder + ": " + shown(name));
    }
  }

  static ProblemException unsafe(String why) {
    return new ProblemException(
        Problem.vendor(
            ApigeeErrorCode.BUNDLE_UNSAFE,
            "The archive of the bundle " + why,
            "bundle",
            "Look at the revision that is deployed, and import and deploy it again."));
  }

  private static String shown(String name) {
    String safe = name.replaceAll("\\p{Cntrl}", "?");
    return "'" + (safe.length() > 80 ? safe.substring(0, 80) + "..." : safe) + "'";
  }
}
