package io.entente.cli;

import io.entente.cli.offline.EstateSource;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads files, archives and folders of a vendor's own tools; nothing is unpacked to a disk. */
final class EstateSources {

  private static final int FILES = 5_000;
  private static final int TOTAL_BYTES = 64 << 20;

  private final TreeMap<String, Blob> files = new TreeMap<>();
  private final String name;
  private long total;

  private EstateSources(String name) {
    this.name = name;
  }

  /**
   * @throws ProblemException FILE_NOT_READABLE, ARCHIVE_UNSAFE or TOO_MUCH_TO_READ
   */
  static List<EstateSource> read(List<String> names) {
    var sources = new ArrayList<EstateSource>();
    for (String name : names) {
      var source = new EstateSources(name);
      try {
        source.read(Path.of(name));
      } catch (IOException e) {
        throw new ProblemException(
            Problem.user(
                "FILE_NOT_READABLE",
                "The file cannot be read: " + e.getClass().getSimpleName(),
                "-f",
                name,
                "Name a file, an archive or a folder that is there and may be read."));
      }
      sources.add(new EstateSource(name, source.files));
    }
    return sources;
  }

  private void read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      folder(path);
    } else if (name.endsWith(".zip")) {
      archive(Files.readAllBytes(path));
    } else {
      if (Files.size(path) > TOTAL_BYTES) {
        throw tooMuch();
      }
      put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }
  }

  /** Folders that begin with a dot are not looked into. */
  private void folder(Path path) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(path, 24)) {
      all = walk.filter(Files::isRegularFile).limit(FILES + 1L).sorted().toList();
    }
    for (Path file : all) {
      String inside = path.relativize(file).toString().replace('\\', '/');
      boolean hidden = inside.startsWith(".") || inside.contains("/.");
      if (!hidden && !inside.endsWith(".zip")) {
        if (Files.size(file) > TOTAL_BYTES) {
          throw tooMuch();
        }
        put(inside, Files.readAllBytes(file));
      }
    }
  }

  private void archive(byte[] bytes) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          requireSafe(entry.getName());
          if (files.containsKey(entry.getName())) {
            throw unsafe("It holds " + entry.getName() + " twice.");
          }
          put(entry.getName(), zip.readNBytes(TOTAL_BYTES + 1));
        }
      }
    } catch (IllegalArgumentException e) {
      throw unsafe("It is no archive that can be read.");
    }
    if (files.isEmpty()) {
      throw unsafe("It is empty, or no archive.");
    }
  }

  private void put(String path, byte[] bytes) {
    total += bytes.length;
    if (total > TOTAL_BYTES || files.size() >= FILES) {
      throw tooMuch();
    }
    files.put(path, Blob.of(bytes));
  }

  private void requireSafe(String entry) {
    try {
      new Content.Files(new TreeMap<>(Map.of(entry, Hash.ofText(""))));
    } catch (IllegalArgumentException e) {
      throw unsafe("A name in it leads elsewhere, or is none.");
    }
  }

  private ProblemException unsafe(String why) {
    return new ProblemException(
        Problem.user(
            "ARCHIVE_UNSAFE", "The archive is not read. " + why, "-f", name, "Pack it anew."));
  }

  private ProblemException tooMuch() {
    return new ProblemException(
        Problem.user(
            "TOO_MUCH_TO_READ",
            "There are more than " + FILES + " files or " + (TOTAL_BYTES >> 20) + " MiB.",
            "-f",
            name,
            "Name only the configuration."));
  }
}
