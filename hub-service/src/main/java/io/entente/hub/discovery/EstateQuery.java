package io.entente.hub.discovery;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows are wanted.
 *
 * @param words each must occur in the row
 * @param vendor of one of its gateways; empty means any
 * @param gateway one of its gateways; empty means any
 * @param labels each {@code name=value}, or a name alone for any value
 * @param managed empty means both
 * @param after the key of the row before the first; empty for the first
 */
record EstateQuery(
    List<String> words,
    String vendor,
    String gateway,
    List<String> labels,
    Optional<Boolean> managed,
    int limit,
    String after) {

  static final int MOST = 20_000;

  /**
   * From the parameters of a request.
   *
   * @throws ProblemException ESTATE_PARAMETER_INVALID
   */
  static EstateQuery of(
      String q,
      String vendor,
      String gateway,
      String labels,
      String managed,
      String limit,
      String cursor) {
    return new EstateQuery(
        split(q.toLowerCase(Locale.ROOT), "\\s+"),
        vendor,
        gateway,
        split(labels, ","),
        managed(managed),
        limit(limit),
        cursor);
  }

  boolean takes(EstateRow row) {
    return managed.filter(m -> m != row.managed()).isEmpty()
        && (vendor.isEmpty() && gateway.isEmpty() || row.places().stream().anyMatch(this::takes))
        && labels.stream().allMatch(term -> row.labels().stream().anyMatch(l -> fits(l, term)))
        && (words.isEmpty() || holdsAll(row));
  }

  private boolean takes(EstateRow.Place place) {
    return (vendor.isEmpty() || place.vendor().equals(vendor))
        && (gateway.isEmpty() || place.gateway().equals(gateway));
  }

  private static boolean fits(String label, String term) {
    return label.equals(term) || !term.contains("=") && label.startsWith(term + "=");
  }

  private boolean holdsAll(EstateRow row) {
    String text =
        (row.name() + '\n' + row.places() + '\n' + row.labels() + '\n' + row.paths())
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }

  private static List<String> split(String text, String by) {
    return Arrays.stream(text.split(by)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static Optional<Boolean> managed(String text) {
    return switch (text) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw invalid("managed", text, "Write true or false, or leave it out.");
    };
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,5}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw invalid("limit", text, "Write a whole number from 1 to " + MOST + ".");
  }

  private static ProblemException invalid(String name, String value, String next) {
    return new ProblemException(
        Problem.user(
            "ESTATE_PARAMETER_INVALID", "'" + name + "' is not understood.", name, value, next));
  }
}
