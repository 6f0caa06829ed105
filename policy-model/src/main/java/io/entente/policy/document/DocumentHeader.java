package io.entente.policy.document;

import io.entente.model.identity.Labels;
import io.entente.model.tree.Node;

/**
 * What every document says about itself.
 *
 * @param apiVersion of the format, {@code entente.io/v1alpha1}
 * @param kind one of {@code Api}, {@code Gateway}, {@code Policy}
 * @param name of the document, unique among its kind
 * @param labels for selectors
 */
public record DocumentHeader(String apiVersion, String kind, String name, Labels labels) {

  /**
   * Reads the header and leaves {@code spec} alone.
   *
   * @throws io.entente.model.problem.ProblemException every problem of the header
   */
  public static DocumentHeader of(Node document) {
    throw new UnsupportedOperationException("header of " + document);
  }
}
