package io.entente.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token says. */
record Claims(Map<String, Object> values) {

  private static final BigDecimal FAR = BigDecimal.valueOf(1_000_000_000_000_000L);

  /** A claim that is text. */
  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** A claim that is text, or the texts of one that is a list. */
  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : text(name).stream().toList();
  }

  /** Whether a claim is one of some texts, or a list that has one of them. */
  boolean has(String name, List<String> any) {
    return texts(name).stream().anyMatch(any::contains);
  }

  /** Whether those of the dates that are there are numbers. */
  boolean datesAreNumbers() {
    return Stream.of("exp", "nbf")
        .filter(values::containsKey)
        .allMatch(
            name ->
                values.get(name) instanceof Number number && Double.isFinite(number.doubleValue()));
  }

  /** A date, to the nanosecond and at most 30 million years away; empty where there is none. */
  Optional<Instant> instant(String name) {
    if (!(values.get(name) instanceof Number number)) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(number.toString()).min(FAR).max(FAR.negate());
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Optional.of(
        Instant.ofEpochSecond(
            whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue()));
  }
}
