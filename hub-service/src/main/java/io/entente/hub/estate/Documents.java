package io.entente.hub.estate;

import io.entente.model.tree.Node;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Versioned documents of every kind, of the hub's tenant. All methods need an ambient Hibernate
 * Reactive session (see {@link ReactiveWork}) and run on its event loop; the writing ones need its
 * transaction. A change is audited and announced on the outbox in that same transaction.
 */
public interface Documents {
  /** Stores {@code body} as the next version, unless it equals the current one. */
  Uni<AppliedDocument> put(String kind, String name, Node body, String actor);

  /** The current version of every document of the kind, by name. */
  Uni<List<StoredDocument>> list(String kind);

  Uni<Optional<StoredDocument>> current(String kind, String name);

  /** All versions, oldest first; kept after a deletion. */
  Uni<List<StoredDocument>> versions(String kind, String name);

  /**
   * Ends the document; its versions stay, and a later put goes on counting. False if there is none.
   */
  Uni<Boolean> delete(String kind, String name, String actor);
}
