package io.entente.hub.discovery;

import java.util.List;
import java.util.Optional;

/**
 * APIs of the estate, as many as were asked for.
 *
 * @param revision the same while nothing changed
 * @param total how many there are that match
 * @param next give it as {@code cursor} for the rows after these; absent when these are the last
 * @param unread gateways that were never read completely: what they hold is not among the rows
 */
public record EstatePage(
    String revision, int total, List<EstateRow> rows, Optional<String> next, List<String> unread) {

  public EstatePage {
    rows = List.copyOf(rows);
    unread = List.copyOf(unread);
  }
}
