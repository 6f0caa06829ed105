package io.entente.policy.document;

import io.entente.model.identity.Labels;
import io.entente.model.tree.Node;
import java.util.List;

/**
 * What every document says about itself.
 *
 * @param apiVersion of the format, {@code entente.io/v1alpha1}
 * @param kind one of {@code Api}, {@code Gateway}, {@code Policy}
 * @param name of the document, unique among its kind
 * @param labels for selectors
 */
public record DocumentHeader(String apiVersion, String kind, String name, Labels labels) {

  /** The one version of the format. */
  public static final String API_VERSION = "entente.io/v1alpha1";

  private static final DocumentShape<Node> ANY =
      DocumentShape.of(List.of("Api", "Gateway", "Policy"), new AnyShape());

  /**
   * Reads the header and leaves {@code spec} alone.
   *
   * @throws io.entente.model.problem.ProblemException every problem of the header
   */
  public static DocumentHeader of(Node document) {
    return ANY.read(document).header();
  }
}
