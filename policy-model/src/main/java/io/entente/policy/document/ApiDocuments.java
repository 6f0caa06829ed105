package io.entente.policy.document;

import io.entente.model.estate.Api;
import io.entente.model.tree.Node;

/** Api documents to and from the model. Pure; safe to share between threads. */
public final class ApiDocuments {

  private ApiDocuments() {}

  /**
   * Reads one document.
   *
   * @param version counts from 1
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  public static Api read(Node document, int version) {
    throw new UnsupportedOperationException("version " + version + " of " + document);
  }

  /** The document that reads back as {@code value}, every field written out. */
  public static Node write(Api value) {
    throw new UnsupportedOperationException("writing " + value);
  }
}
