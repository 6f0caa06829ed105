package io.entente.cli.offline;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.DocumentHeader;
import io.entente.policy.document.PolicyDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of some files, read as the hub reads them.
 *
 * @param notes what was passed over
 */
public record OfflineDocuments(List<Api> apis, List<Policy> policies, List<String> notes) {

  public OfflineDocuments {
    apis = List.copyOf(apis);
    policies = List.copyOf(policies);
    notes = List.copyOf(notes);
  }

  /**
   * @throws ProblemException every problem of every document, each with its file, or NO_DOCUMENTS
   */
  public static OfflineDocuments read(List<Source> sources) {
    var reader = new Reader();
    sources.forEach(reader::file);
    if (reader.problems.isEmpty() && reader.apis.isEmpty() && reader.policies.isEmpty()) {
      reader.problems.add(
          Problem.user(
              "NO_DOCUMENTS",
              "There is no Policy and no Api document in what was read.",
              "-f",
              String.join(", ", sources.stream().map(Source::name).toList()),
              "Name files with documents of kind Policy or Api."));
    }
    if (!reader.problems.isEmpty()) {
      throw new ProblemException(reader.problems);
    }
    return new OfflineDocuments(reader.apis, reader.policies, reader.notes);
  }

  private static final class Reader {

    private final List<Api> apis = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();

    void file(Source source) {
      int number = 0;
      try {
        for (Node document : YamlTree.readAll(source.text(), TreeLimits.DOCUMENT)) {
          document(document, source.name() + "#" + ++number);
        }
      } catch (ProblemException e) {
        e.problems().forEach(problem -> problems.add(at(source.name(), problem)));
      }
    }

    private void document(Node document, String place) {
      try {
        DocumentHeader header = DocumentHeader.of(document);
        once(header, place);
        switch (header.kind()) {
          case "Policy" -> policies.add(PolicyDocuments.read(document, 1));
          case "Api" -> apis.add(ApiDocuments.read(document, 1));
          default ->
              notes.add(
                  place
                      + ": the "
                      + header.kind()
                      + " document is not used; --for, --nodes and --set say what the gateway is");
        }
      } catch (ProblemException e) {
        e.problems().forEach(problem -> problems.add(at(place, problem)));
      }
    }

    private void once(DocumentHeader header, String place) {
      String name = header.kind() + " " + header.name();
      String first = seen.putIfAbsent(name, place);
      if (first != null) {
        throw new ProblemException(
            Problem.user(
                "DOCUMENT_TWICE",
                name + " is written twice, first in " + first + ".",
                "metadata.name",
                header.name(),
                "Take one of the two out, or rename it."));
      }
    }

    private static Problem at(String place, Problem problem) {
      String path = problem.path().filter(p -> !p.isBlank()).map(p -> ": " + p).orElse("");
      return new Problem(
          problem.code(),
          problem.kind(),
          problem.message(),
          Optional.of(place + path),
          problem.value(),
          problem.nextStep());
    }
  }
}
