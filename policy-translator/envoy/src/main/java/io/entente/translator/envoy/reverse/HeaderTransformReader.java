package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code header_mutation} as {@code headerTransform}. */
final class HeaderTransformReader implements FilterReader {

  private static final Map<String, String> BESIDE =
      Map.of(
          "query_parameter_mutations", "Query parameters are edited; a headerTransform edits none.",
          "request_trailers_mutations",
              "Trailers of requests are edited; a headerTransform edits none.",
          "response_trailers_mutations",
              "Trailers of answers are edited; a headerTransform edits none.");

  @Override
  public String family() {
    return "header_mutation";
  }

  @Override
  public FilterReading read(Acting acting) {
    Node.Obj mutations = Trees.objectAt(acting.message(), "mutations");
    if (mutations.fields().isEmpty()) {
      return acting.further().stream().anyMatch(HeaderTransformReader::edits)
          ? severalLevels()
          : FilterReading.nothing();
    }
    if (acting.further().stream().anyMatch(HeaderTransformReader::edits)) {
      return severalLevels();
    }
    var unexpressed = new TreeMap<String, String>();
    for (String field : mutations.fields().keySet()) {
      if (BESIDE.containsKey(field)) {
        unexpressed.put("mutations." + field, BESIDE.getOrDefault(field, ""));
      } else if (!field.equals("request_mutations") && !field.equals("response_mutations")) {
        return FilterReading.unsaid("Field mutations." + field + " is no edit of a header.");
      }
    }
    try {
      List<Edit> request = edits(Trees.items(mutations, "request_mutations"));
      List<Edit> response = edits(Trees.items(mutations, "response_mutations"));
      return request.isEmpty() && response.isEmpty()
          ? new FilterReading(List.of(), List.copyOf(unexpressed.values()))
          : FilterReading.of(new HeaderTransform(request, response), unexpressed);
    } catch (IllegalArgumentException e) {
      return FilterReading.unsaid("No headerTransform says its edits: " + e.getMessage() + ".");
    }
  }

  private static FilterReading severalLevels() {
    return FilterReading.unsaid(
        "Edits of several levels are done one after the other here; the nearest alone is no policy.");
  }

  private static boolean edits(FilterConfig config) {
    return !Trees.objectAt(config.message(), "mutations").fields().isEmpty();
  }

  /**
   * @throws IllegalArgumentException one of them is no edit; the message says why
   */
  private static List<Edit> edits(List<Node> mutations) {
    var edits = new ArrayList<Edit>();
    for (Node mutation : mutations) {
      edits.add(edit(Trees.object(mutation).orElse(Node.obj())));
    }
    return edits;
  }

  private static Edit edit(Node.Obj mutation) {
    var removed = Trees.text(mutation, "remove");
    if (removed.isPresent() && Trees.only(mutation, "remove")) {
      return new Edit.Remove(removed.get().toLowerCase(Locale.ROOT));
    }
    Node.Obj append = Trees.objectAt(mutation, "append");
    Node.Obj header = Trees.objectAt(append, "header");
    if (!Trees.only(mutation, "append")
        || !Trees.only(append, "header", "append_action", "keep_empty_value")
        || !Trees.only(header, "key", "value")) {
      throw new IllegalArgumentException("a mutation is neither append nor remove");
    }
    String name = Trees.text(header, "key").orElse("").toLowerCase(Locale.ROOT);
    String value = plain(Trees.text(header, "value").orElse(""));
    if (value.isEmpty() && !Trees.isTrue(append, "keep_empty_value")) {
      throw new IllegalArgumentException("the empty value of " + name + " changes nothing");
    }
    String action = Trees.text(append, "append_action").orElse("APPEND_IF_EXISTS_OR_ADD");
    return switch (action) {
      case "APPEND_IF_EXISTS_OR_ADD" -> new Edit.Append(name, value);
      case "OVERWRITE_IF_EXISTS_OR_ADD" -> new Edit.Set(name, value);
      case "ADD_IF_ABSENT" -> new Edit.AddIfAbsent(name, value);
      default -> throw new IllegalArgumentException("append_action " + action + " of " + name);
    };
  }

  /** A value in which Envoy finds no command. */
  private static String plain(String format) {
    String literal = format.replace("%%", "");
    if (literal.contains("%")) {
      throw new IllegalArgumentException("the value is computed from " + format);
    }
    return format.replace("%%", "%");
  }
}
