package io.entente.hub.estate;

import io.entente.model.tree.Node;
import io.smallrye.mutiny.Uni;

/**
 * Takes documents of one kind in. Handlers are CDI beans, found by their {@link #kind}.
 *
 * <p>{@link #check} runs for every document of a request before the first {@link #apply}. All
 * {@code apply} calls of a request share one ambient Hibernate Reactive session and transaction: a
 * failure of one undoes all, and a dry run is the same road with the transaction rolled back.
 */
public interface DocumentKindHandler {
  /** The {@code kind} of the documents, for example {@code Gateway}. */
  String kind();

  /**
   * Validates without looking at the store. Runs on a worker thread.
   *
   * @throws io.entente.model.problem.ProblemException with every problem found
   */
  void check(Node document);

  /**
   * Stores the document inside the ambient transaction; an unchanged one makes no new version.
   * Fails with {@link io.entente.model.problem.ProblemException} where the store refuses it.
   */
  Uni<AppliedDocument> apply(Node document, String actor);
}
