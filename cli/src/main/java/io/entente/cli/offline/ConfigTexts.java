package io.entente.cli.offline;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Configuration as YAML or JSON. */
final class ConfigTexts {

  private ConfigTexts() {}

  /**
   * Every document of every text.
   *
   * @throws ProblemException YAML_INVALID or NO_CONFIGURATION, with the file
   */
  static List<Node.Obj> read(List<EstateSource> sources) {
    var documents = new ArrayList<Node.Obj>();
    for (EstateSource source : sources) {
      source.files().forEach((name, blob) -> read(source.name(), name, blob, documents));
    }
    if (documents.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NO_CONFIGURATION",
              "There is no configuration in what was read.",
              "-f",
              String.join(", ", sources.stream().map(EstateSource::name).toList()),
              "Name a file, or a folder of files, that end in .yaml, .yml or .json."));
    }
    return documents;
  }

  private static void read(String from, String name, Blob blob, List<Node.Obj> into) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".yaml") && !lower.endsWith(".yml") && !lower.endsWith(".json")) {
      return;
    }
    String place = from.endsWith(name) ? from : from + "/" + name;
    try {
      String text = new String(blob.bytes(), StandardCharsets.UTF_8);
      for (Node document : YamlTree.readAll(text, TreeLimits.VENDOR)) {
        if (document instanceof Node.Obj object) {
          into.add(object);
        }
      }
    } catch (ProblemException e) {
      throw new ProblemException(
          e.problems().stream()
              .map(
                  p ->
                      new Problem(
                          p.code(),
                          p.kind(),
                          p.message(),
                          Optional.of(place),
                          p.value(),
                          p.nextStep()))
              .toList());
    }
  }
}
