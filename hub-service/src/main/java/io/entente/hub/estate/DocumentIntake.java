package io.entente.hub.estate;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.document.DocumentHeader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ForbiddenException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Takes the documents of one request in: all of them or none. Blocks. */
@ApplicationScoped
public class DocumentIntake {
  /** What others refer to is stored before them. */
  private static final List<String> ORDER = List.of("Gateway", "Api", "Policy");

  private static final Map<String, String> PERMISSIONS =
      Map.of("Gateway", "gateways:write", "Api", "apis:write", "Policy", "policies:write");

  private final Map<String, DocumentKindHandler> handlers = new TreeMap<>();

  public DocumentIntake(@Any Instance<DocumentKindHandler> handlers) {
    handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
  }

  /** The permission that applying documents of a kind needs; empty for a kind nobody knows. */
  static Optional<String> permission(String kind) {
    return Optional.ofNullable(PERMISSIONS.get(kind));
  }

  /**
   * Validates every document, then stores them in one transaction; a dry run goes the same road and
   * keeps nothing.
   *
   * @param may whether the caller has a permission
   * @return what became of each, in the order given
   * @throws ForbiddenException when a document needs a permission the caller lacks
   * @throws ProblemException with the problems of every document; nothing was stored
   */
  public List<AppliedDocument> apply(
      byte[] request, String actor, Predicate<String> may, boolean dryRun) {
    List<Node> documents = DocumentText.read(request);
    List<Checked> checked = check(documents);
    for (Checked one : checked) {
      if (!permission(one.handler().kind()).filter(may).isPresent()) {
        throw new ForbiddenException(
            "documents of kind " + one.handler().kind() + " need a permission you lack");
      }
    }
    List<Checked> ordered = new ArrayList<>(checked);
    ordered.sort(Comparator.comparingInt(one -> ORDER.indexOf(one.handler().kind())));
    Supplier<Uni<List<AppliedDocument>>> work =
        () ->
            Multi.createFrom()
                .iterable(ordered)
                .onItem()
                .transformToUniAndConcatenate(one -> store(one, actor))
                .collect()
                .asList();
    List<AppliedDocument> applied =
        dryRun ? ReactiveWork.rolledBack(work) : ReactiveWork.inTransaction(work);
    var inOrder = new ArrayList<AppliedDocument>();
    for (Checked one : checked) {
      inOrder.add(applied.get(ordered.indexOf(one)));
    }
    return inOrder;
  }

  private record Checked(String prefix, Node document, DocumentKindHandler handler) {}

  private List<Checked> check(List<Node> documents) {
    List<Checked> checked = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    var seen = new HashSet<String>();
    int position = 0;
    for (Node document : documents) {
      String prefix = documents.size() == 1 ? "" : "documents[" + position + "]";
      position++;
      try {
        DocumentHeader header = DocumentHeader.of(document);
        DocumentKindHandler handler = handler(header);
        handler.check(document);
        if (!seen.add(header.kind() + "/" + header.name())) {
          throw new ProblemException(
              Problem.user(
                  "DOCUMENT_TWICE",
                  "The request holds " + header.kind() + " " + header.name() + " twice.",
                  "metadata.name",
                  header.name(),
                  "Keep one of them."));
        }
        checked.add(new Checked(prefix, document, handler));
      } catch (ProblemException e) {
        problems.addAll(below(prefix, e.problems()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return checked;
  }

  private DocumentKindHandler handler(DocumentHeader header) {
    DocumentKindHandler handler = handlers.get(header.kind());
    if (handler == null) {
      throw new ProblemException(
          Problem.user(
              "UNKNOWN_KIND",
              "Documents of kind '" + header.kind() + "' are not known.",
              "kind",
              header.kind(),
              "Use one of " + handlers.keySet() + "."));
    }
    return handler;
  }

  private static Uni<AppliedDocument> store(Checked one, String actor) {
    return Uni.createFrom()
        .deferred(() -> one.handler().apply(one.document(), actor))
        .onFailure(ProblemException.class)
        .transform(
            e -> new ProblemException(below(one.prefix(), ((ProblemException) e).problems())));
  }

  /** The problems of one document, as those of a part of the whole. */
  public static List<Problem> below(String prefix, List<Problem> problems) {
    if (prefix.isEmpty()) {
      return problems;
    }
    return problems.stream()
        .map(
            p ->
                new Problem(
                    p.code(),
                    p.kind(),
                    p.message(),
                    Optional.of(
                        p.path()
                            .filter(at -> !at.isEmpty())
                            .map(at -> prefix + "." + at)
                            .orElse(prefix)),
                    p.value(),
                    p.nextStep()))
        .toList();
  }
}
