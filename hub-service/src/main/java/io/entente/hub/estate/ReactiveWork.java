package io.entente.hub.estate;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Runs Hibernate Reactive work from worker threads and waits for it. Never call on an event loop.
 */
public final class ReactiveWork {
  private ReactiveWork() {}

  /** Runs {@code work} in a session with a transaction; what it throws is thrown here. */
  public static <T> T inTransaction(Supplier<Uni<T>> work) {
    return await(() -> Panache.withTransaction(work));
  }

  /** The same, and rolls the transaction back although the work succeeded. */
  public static <T> T rolledBack(Supplier<Uni<T>> work) {
    return await(
        () ->
            Panache.withTransaction(
                () ->
                    Panache.currentTransaction()
                        .invoke(transaction -> transaction.markForRollback())
                        .chain(work::get)));
  }

  /** Runs {@code work} in a session for reading. */
  public static <T> T reading(Supplier<Uni<T>> work) {
    return await(() -> Panache.withSession(work));
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("database work failed", e);
    }
  }
}
