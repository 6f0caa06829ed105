package io.entente.hub.preview;

import io.entente.engine.RuleTexts;
import io.entente.hub.estate.DocumentIntake;
import io.entente.hub.estate.DocumentText;
import io.entente.hub.policy.Policies;
import io.entente.hub.policy.PolicyKindHandler;
import io.entente.model.identity.PolicyName;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.document.DocumentHeader;
import io.entente.policy.document.PolicyDocuments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text of policies as far as it could be read.
 *
 * @param policies each in the version it would have once stored
 * @param unchanged names of those that are stored already just so
 * @param problems of the documents that are left out
 */
record TypedText(List<Policy> policies, Set<PolicyName> unchanged, List<Problem> problems) {

  /** Longest text, in bytes. */
  static final int MOST_BYTES = 256 << 10;

  /** Most policies in one text. */
  static final int MOST_POLICIES = 50;

  /**
   * Reads a text the way documents are read that are to be stored.
   *
   * @throws ProblemException when no policy of it can be read, or it is too large
   */
  static TypedText read(byte[] text, Policies stored) {
    if (text.length > MOST_BYTES) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_TOO_LARGE",
              "The text has " + text.length + " bytes; at most " + MOST_BYTES + " are previewed.",
              "",
              Integer.toString(text.length),
              "Preview its policies in parts; storing takes more."));
    }
    List<Node> documents = DocumentText.read(text);
    var policies = new ArrayList<Policy>();
    var unchanged = new HashSet<PolicyName>();
    var problems = new ArrayList<Problem>();
    for (int at = 0; at < documents.size(); at++) {
      try {
        var version = version(documents.get(at), policies, stored);
        var policy = PolicyDocuments.read(documents.get(at), version.number());
        var unreadable = RuleTexts.problem(policy);
        if (unreadable.isPresent()) {
          throw new ProblemException(unreadable.get());
        }
        policies.add(policy);
        if (!version.fresh()) {
          unchanged.add(policy.id().policy());
        }
      } catch (ProblemException e) {
        String prefix = documents.size() == 1 ? "" : "documents[" + at + "]";
        problems.addAll(DocumentIntake.below(prefix, e.problems()));
      }
    }
    if (policies.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new TypedText(policies, unchanged, problems);
  }

  Set<PolicyName> names() {
    return policies.stream().map(policy -> policy.id().policy()).collect(Collectors.toSet());
  }

  private static Policies.NextVersion version(Node document, List<Policy> before, Policies stored) {
    DocumentHeader header = DocumentHeader.of(document);
    if (!header.kind().equals(PolicyKindHandler.KIND)) {
      throw refused(
          "NOT_A_POLICY", "Only policies are previewed.", "kind", header.kind(), "Leave it out.");
    }
    Policy read = PolicyDocuments.read(document, 1);
    if (before.stream().anyMatch(one -> one.id().policy().equals(read.id().policy()))) {
      throw refused(
          "DOCUMENT_TWICE",
          "The text holds policy " + header.name() + " twice.",
          "metadata.name",
          header.name(),
          "Keep one of them.");
    }
    if (before.size() == MOST_POLICIES) {
      throw refused(
          "TOO_MANY_DOCUMENTS",
          "At most " + MOST_POLICIES + " policies are previewed at once.",
          "metadata.name",
          header.name(),
          "Preview the rest apart.");
    }
    return stored.next(read.id().policy(), document);
  }

  private static ProblemException refused(
      String code, String message, String path, String value, String nextStep) {
    return new ProblemException(Problem.user(code, message, path, value, nextStep));
  }
}
