package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform.Edit;
import java.util.List;

/** Header edits as {@code header_mutation} messages. */
final class HeaderMutationDocument {

  private static final String PACKAGE = "envoy.extensions.filters.http.header_mutation.v3.";

  private HeaderMutationDocument() {}

  static Node of(List<Node> request, List<Node> response) {
    return Proto.any(PACKAGE + "HeaderMutationPerRoute")
        .with(
            "mutations",
            Proto.message("request_mutations", Node.arr(request))
                .with("response_mutations", Node.arr(response)));
  }

  static Node inert() {
    return Proto.any(PACKAGE + "HeaderMutation")
        .with("most_specific_header_mutations_wins", Node.bool(false));
  }

  static Node mutation(Edit edit) {
    if (edit instanceof Edit.Set set) {
      return append(set.name(), set.value(), "OVERWRITE_IF_EXISTS_OR_ADD");
    }
    if (edit instanceof Edit.AddIfAbsent add) {
      return append(add.name(), add.value(), "ADD_IF_ABSENT");
    }
    if (edit instanceof Edit.Append append) {
      return append(append.name(), append.value(), "APPEND_IF_EXISTS_OR_ADD");
    }
    return Proto.message("remove", edit.name());
  }

  private static Node append(String name, String value, String action) {
    // A value is a format string for Envoy, in which a lone percent sign begins a command.
    return formatted(name, value.replace("%", "%%"), action, true);
  }

  /**
   * A header with a value of Envoy's making.
   *
   * @param keepEmpty whether an empty value makes a header; else nothing is changed then
   */
  static Node formatted(String name, String format, String action, boolean keepEmpty) {
    return Proto.message(
        "append",
        Proto.message("header", Proto.message("key", name).with("value", Node.text(format)))
            .with("append_action", Node.text(action))
            .with("keep_empty_value", Node.bool(keepEmpty)));
  }
}
