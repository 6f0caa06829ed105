package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Builds proto JSON messages. */
public final class Proto {

  private static final String TYPES = "type.googleapis.com/";

  private Proto() {}

  public static Node.Obj message() {
    return Node.obj();
  }

  public static Node.Obj message(String field, Node value) {
    var fields = new TreeMap<String, Node>();
    fields.put(field, value);
    return new Node.Obj(fields);
  }

  public static Node.Obj message(String field, String value) {
    return message(field, Node.text(value));
  }

  /** A message for an Any field; {@code type} is the full proto name. */
  public static Node.Obj any(String type) {
    return message("@type", Node.text(TYPES + type));
  }

  public static Node.Arr list(Node... items) {
    return Node.arr(List.of(items));
  }

  /** Whole seconds, or milliseconds where there are some. */
  public static Node duration(Duration duration) {
    long millis = duration.toMillis();
    String text =
        millis % 1000 == 0
            ? Long.toString(millis / 1000)
            : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    return Node.text(text + "s");
  }

  /** A RuntimeFractionalPercent that no runtime key can change. */
  public static Node.Obj percent(int percent) {
    return message(
        "default_value",
        message("numerator", Node.number(percent)).with("denominator", Node.text("HUNDRED")));
  }
}
