package io.entente.translator.apigee.emit;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Request or response: where it is edited and what AssignMessage cannot write. */
enum HeaderSide {
  REQUEST("request", Stage.REQUEST_EDIT, HeaderTransform::request),
  RESPONSE("response", Stage.RESPONSE_EDIT, HeaderTransform::response);

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

  private final String field;
  private final Stage stage;
  private final Function<HeaderTransform, List<Edit>> edits;

  HeaderSide(String field, Stage stage, Function<HeaderTransform, List<Edit>> edits) {
    this.field = field;
    this.stage = stage;
    this.edits = edits;
  }

  /** The policy's field, and the message in Apigee's words. */
  String field() {
    return field;
  }

  Stage stage() {
    return stage;
  }

  List<Edit> edits(HeaderTransform transform) {
    return edits.apply(transform);
  }

  /** Why AssignMessage cannot be told this edit; empty when it can. */
  static Optional<String> unwritable(Edit edit) {
    if (!NAME.matcher(edit.name()).matches()) {
      return Optional.of("has 0 variables for names with other characters than a-z, 0-9, _ and -");
    }
    return value(edit).flatMap(HeaderSide::unwritable);
  }

  /** A value that Apigee may cut at a comma and join again. */
  static boolean listed(Edit edit) {
    return value(edit).filter(value -> value.contains(",")).isPresent();
  }

  private static Optional<String> unwritable(String value) {
    if (value.isEmpty() || !value.equals(value.strip())) {
      return Optional.of("keeps 0 empty values and 0 blanks at the ends of a value");
    }
    return value.contains("{") || value.contains("}")
        ? Optional.of("writes 0 braces: it takes them for the name of a variable")
        : Optional.empty();
  }

  private static Optional<String> value(Edit edit) {
    if (edit instanceof Edit.Set set) {
      return Optional.of(set.value());
    }
    if (edit instanceof Edit.AddIfAbsent add) {
      return Optional.of(add.value());
    }
    return edit instanceof Edit.Append append ? Optional.of(append.value()) : Optional.empty();
  }
}
