package io.entente.translator.apigee.reverse;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rule that Steps of ours which hold requests to a document came from. The document that went
 * out begins at the base path of the proxy, and has only what lies below: so does the one that is
 * read.
 */
final class OwnDocument {

  private final OwnGroup group;

  OwnDocument(OwnGroup group) {
    this.group = group;
  }

  /**
   * @param basePath of the proxy, without a slash at its end
   */
  PolicyKind kind(String basePath) throws Unsaid {
    PolicyElement validation = group.policy("oas");
    Node.Obj document = document(group.resource(validation.value("OASResource")));
    Optional<PolicyElement> options = validation.child("Options");
    if (options.isEmpty()) {
      throw new Unsaid("is ours, and has no Options any more");
    }
    List<Part> parts =
        options.get().flag("ValidateMessageBody", false)
            ? List.of(Part.PARAMETERS, Part.BODY)
            : List.of(Part.PARAMETERS);
    Optional<PolicyElement> unknown = options.get().child("AllowUnspecifiedParameters");
    boolean passes = unknown.isPresent() && unknown.get().flag("Query", false);
    return Meaning.of(
            () ->
                new OpenApiValidation(
                    document, basePath, parts, passes ? Unknown.PASS : Unknown.DENY, Unknown.DENY),
            new TreeMap<>())
        .kind();
  }

  private static Node.Obj document(String text) throws Unsaid {
    try {
      if (JsonTree.read(text, TreeLimits.DOCUMENT) instanceof Node.Obj document) {
        return document;
      }
    } catch (ProblemException e) {
      throw new Unsaid("is ours, and its document is no JSON any more");
    }
    throw new Unsaid("is ours, and its document is no object any more");
  }
}
