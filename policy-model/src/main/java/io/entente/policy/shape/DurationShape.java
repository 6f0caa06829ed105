package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A length of time: one whole number and one unit, as {@code 10s} or ISO {@code PT10S}. One unit
 * only, so that the published pattern says the bounds exactly.
 */
public final class DurationShape implements Shape<Duration> {

  /** Units of time in documents, longest first. */
  public enum Unit {
    DAYS("d", "P", "D", Duration.ofDays(1)),
    HOURS("h", "PT", "H", Duration.ofHours(1)),
    MINUTES("m", "PT", "M", Duration.ofMinutes(1)),
    SECONDS("s", "PT", "S", Duration.ofSeconds(1)),
    /** Has no ISO form of its own. */
    MILLISECONDS("ms", "", "", Duration.ofMillis(1));

    private final String suffix;
    private final String isoPrefix;
    private final String isoSuffix;
    private final Duration length;

    Unit(String suffix, String isoPrefix, String isoSuffix, Duration length) {
      this.suffix = suffix;
      this.isoPrefix = isoPrefix;
      this.isoSuffix = isoSuffix;
      this.length = length;
    }
  }

  private final boolean zero;
  private final Duration max;
  private final List<Unit> units;
  private final List<Form> forms;
  private final TextShape text;

  private DurationShape(Unit finest, Duration max, boolean zero) {
    this.zero = zero;
    this.max = max;
    this.units =
        Arrays.stream(Unit.values())
            .filter(unit -> unit.compareTo(finest) <= 0 && unit.length.compareTo(max) <= 0)
            .toList();
    this.forms = units.stream().flatMap(unit -> forms(unit).stream()).toList();
    this.text =
        TextShape.of(
            valid(),
            forms.stream().map(form -> form.pattern().pattern()).collect(Collectors.joining("|")),
            64);
  }

  /** From one of the finest unit to {@code max}. */
  public static DurationShape upTo(Duration max, Unit finest) {
    return new DurationShape(finest, max, false);
  }

  /** From nothing to {@code max}, in whole units of the finest. */
  public static DurationShape fromZeroTo(Duration max, Unit finest) {
    return new DurationShape(finest, max, true);
  }

  private record Form(Pattern pattern, Unit unit) {}

  private List<Form> forms(Unit unit) {
    String numbers =
        "(" + (zero ? "0|" : "") + NumberPattern.upTo(max.dividedBy(unit.length)) + ")";
    var forms = new ArrayList<Form>();
    forms.add(new Form(Pattern.compile(numbers + unit.suffix), unit));
    if (!unit.isoPrefix.isEmpty()) {
      forms.add(new Form(Pattern.compile(unit.isoPrefix + numbers + unit.isoSuffix), unit));
    }
    return forms;
  }

  private String valid() {
    Unit finest = units.get(units.size() - 1);
    return "a whole number and a unit ("
        + units.stream().map(unit -> unit.suffix).collect(Collectors.joining(", "))
        + ") from "
        + (zero ? "0" : "1")
        + finest.suffix
        + " to "
        + print(max)
        + ", for example 10s or PT10S";
  }

  @Override
  public Optional<Duration> read(Node node, NodePath path, Findings findings) {
    return text.read(node, path, findings).flatMap(this::parse);
  }

  private Optional<Duration> parse(String written) {
    for (Form form : forms) {
      Matcher matcher = form.pattern().matcher(written);
      if (matcher.matches()) {
        return Optional.of(form.unit().length.multipliedBy(Long.parseLong(matcher.group(1))));
      }
    }
    return Optional.empty();
  }

  @Override
  public Node write(Duration value) {
    return Node.text(print(value));
  }

  private String print(Duration value) {
    if (zero && value.isZero()) {
      return "0" + units.get(units.size() - 1).suffix;
    }
    for (Unit unit : units) {
      long count = value.dividedBy(unit.length);
      if (count > 0 && unit.length.multipliedBy(count).equals(value)) {
        return count + unit.suffix;
      }
    }
    throw new IllegalArgumentException(
        "duration " + value + " cannot be written in whole " + units);
  }

  @Override
  public Node.Obj schema() {
    return text.schema();
  }
}
