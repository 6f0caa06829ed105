package io.entente.hub.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One API of the estate: a document's, or one that a gateway holds and no document names.
 *
 * @param key unique in the estate
 * @param managed whether a document names it
 * @param form {@code Api} for a document's, else what the vendor calls it
 * @param labels {@code name=value} of a document, the vendor's tags of what was found
 * @param routes of the document, or those of what was found that no document names
 * @param paths the first few of what the routes match
 * @param policies of Entente that hold on any of its routes
 * @param nativePolicies that others put on it or on its routes; not what is for a whole gateway
 */
public record EstateRow(
    String key,
    String name,
    boolean managed,
    String form,
    List<Place> places,
    List<String> labels,
    int routes,
    List<String> paths,
    int policies,
    int nativePolicies) {

  static final int PATHS = 3;

  public EstateRow {
    places = List.copyOf(places);
    labels = List.copyOf(labels);
    paths = List.copyOf(paths);
  }

  /** How an API is on a gateway. */
  public enum How {
    /** Entente makes it there. */
    MADE,
    /** A document names routes that others make. */
    BOUND,
    /** Found there; no document names it. */
    FOUND
  }

  /**
   * One gateway an API is on.
   *
   * @param ref what was found, for more about it; absent for a document's
   * @param missing routes of the document that the last complete read did not find
   * @param lastSeen when the gateway was read completely last; absent before
   */
  public record Place(
      String gateway,
      String vendor,
      How how,
      Optional<String> ref,
      int missing,
      Optional<Instant> lastSeen) {}
}
