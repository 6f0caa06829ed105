package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.policy.Policy;

/** Policy documents to and from the model. Pure; safe to share between threads. */
public final class PolicyDocuments {

  private PolicyDocuments() {}

  /**
   * Reads one document.
   *
   * @param version counts from 1
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  public static Policy read(Node document, int version) {
    throw new UnsupportedOperationException("version " + version + " of " + document);
  }

  /** The document that reads back as {@code value}, every field written out. */
  public static Node write(Policy value) {
    throw new UnsupportedOperationException("writing " + value);
  }
}
