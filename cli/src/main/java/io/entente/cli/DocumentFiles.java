package io.entente.cli;

import io.entente.cli.offline.Source;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the files of documents that a command names. */
final class DocumentFiles {

  private DocumentFiles() {}

  /**
   * @param names files, folders (their .yaml, .yml and .json files, by name), or {@code -}
   * @throws ProblemException FILE_NOT_READABLE
   */
  static List<Source> read(List<String> names) {
    var sources = new ArrayList<Source>();
    for (String name : names) {
      try {
        if (name.equals("-")) {
          byte[] bytes = System.in.readNBytes(4 * TreeLimits.DOCUMENT.maxChars() + 1);
          sources.add(new Source("-", new String(bytes, StandardCharsets.UTF_8)));
        } else if (Files.isDirectory(Path.of(name))) {
          for (Path file : documents(Path.of(name))) {
            sources.add(new Source(file.toString(), Files.readString(file)));
          }
        } else {
          sources.add(new Source(name, Files.readString(Path.of(name))));
        }
      } catch (CharacterCodingException e) {
        throw notReadable(name, "it is not text in UTF-8", "Save it as UTF-8.");
      } catch (IOException e) {
        String why = e.getMessage() == null ? e.toString() : e.getClass().getSimpleName();
        throw notReadable(name, why, "Name a file or folder that is there and may be read.");
      }
    }
    return sources;
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
              })
          .sorted()
          .toList();
    }
  }

  private static ProblemException notReadable(String name, String why, String next) {
    return new ProblemException(
        Problem.user("FILE_NOT_READABLE", "The file cannot be read: " + why, "-f", name, next));
  }
}
