package io.entente.connector.spi;

import io.entente.model.estate.Completeness;

/** Reads what a gateway holds. Reading never changes anything on the gateway. */
public interface InventoryReader {

  /**
   * Reads all in scope and hands it over page by page, each object once, secrets already replaced.
   * Called at most once at a time per gateway. Failure is the return value: an implementation
   * returns {@code Failed} or {@code Partial} instead of throwing, and never an empty success.
   */
  Completeness read(ReadScope scope, PageSink sink);
}
