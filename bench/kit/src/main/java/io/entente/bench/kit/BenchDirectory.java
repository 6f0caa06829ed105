package io.entente.bench.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders for what a bench fills; they are removed when its process ends. */
public final class BenchDirectory {

  private BenchDirectory() {}

  /** Below {@code bench.directory}, or where temporary files go. */
  public static Path make(String name) throws IOException {
    Path below =
        Path.of(System.getProperty("bench.directory", System.getProperty("java.io.tmpdir")));
    Path made = Files.createTempDirectory(Files.createDirectories(below), name);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
    return made;
  }

  private static void remove(Path directory) {
    try (var all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println(directory + " is left: " + e);
    }
  }
}
