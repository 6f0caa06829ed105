package io.entente.cli;

import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what a command made, and replaces nothing unasked. */
final class OutputFiles {

  private final String to;
  private final boolean force;

  /**
   * @param to a file, a folder, or a .zip file for the only archive among several files
   * @param force whether a file with other content is replaced
   */
  OutputFiles(String to, boolean force) {
    this.to = to;
    this.force = force;
  }

  /**
   * The paths written, sorted. Nothing is written when one of them may not be.
   *
   * @throws ProblemException FILE_EXISTS, NOT_ONE_BUNDLE or FILE_NOT_WRITTEN
   */
  List<String> write(SortedMap<String, Blob> files) {
    SortedMap<Path, Blob> places = places(files);
    try {
      List<Problem> taken = taken(places);
      if (!taken.isEmpty()) {
        throw new ProblemException(taken);
      }
      for (var place : places.entrySet()) {
        Path parent = place.getKey().toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.write(place.getKey(), place.getValue().bytes());
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.user(
              "FILE_NOT_WRITTEN",
              "The documents cannot be written: " + e,
              "--to",
              to,
              "Name a place that may be written."));
    }
    return places.keySet().stream().map(Path::toString).toList();
  }

  private SortedMap<Path, Blob> places(SortedMap<String, Blob> files) {
    var places = new TreeMap<Path, Blob>();
    Path path = Path.of(to);
    if (to.endsWith(".zip")) {
      places.put(path, onlyArchive(files));
    } else if (files.size() == 1 && !to.endsWith("/") && !Files.isDirectory(path)) {
      places.put(path, files.values().iterator().next());
    } else {
      files.forEach((name, blob) -> places.put(path.resolve(name), blob));
    }
    return places;
  }

  private Blob onlyArchive(SortedMap<String, Blob> files) {
    List<String> archives = files.keySet().stream().filter(n -> n.endsWith(".zip")).toList();
    if (archives.size() != 1) {
      throw new ProblemException(
          Problem.user(
              "NOT_ONE_BUNDLE",
              archives.isEmpty()
                  ? "This form makes no archive."
                  : "There are several bundles: " + String.join(", ", archives) + ".",
              "--to",
              to,
              "Name a folder."));
    }
    return Objects.requireNonNull(files.get(archives.get(0)));
  }

  private List<Problem> taken(SortedMap<Path, Blob> places) throws IOException {
    var taken = new ArrayList<Problem>();
    for (var place : places.entrySet()) {
      Path path = place.getKey();
      boolean other =
          Files.exists(path)
              && !(Files.isRegularFile(path)
                  && Arrays.equals(Files.readAllBytes(path), place.getValue().bytes()));
      if (other && !force) {
        taken.add(
            Problem.user(
                "FILE_EXISTS",
                "The file is there already with other content, and nothing was written.",
                "--to",
                path.toString(),
                "Name another place, or replace it with --force."));
      }
    }
    return taken;
  }
}
