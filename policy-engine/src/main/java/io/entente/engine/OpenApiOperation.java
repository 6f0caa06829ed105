package io.entente.engine;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import io.entente.policy.OpenApiValidation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a document says of one method on one path.
 *
 * @param segments what stands in the path for each name of its template, decoded
 */
record OpenApiOperation(OpenApiPart item, OpenApiPart operation, Map<String, String> segments) {

  /** What is written out comes before what any text fits, from the left. */
  private static final Comparator<String> WRITTEN_FIRST =
      Comparator.comparing(OpenApiOperation::rank);

  /** The operation of a request; empty where the document has none. */
  static Optional<OpenApiOperation> of(OpenApiValidation rule, String method, String path) {
    if (!path.startsWith(rule.basePath() + "/")) {
      return Optional.empty();
    }
    String[] asked = path.substring(rule.basePath().length()).split("/", -1);
    return OpenApiDocument.members(rule.document(), "paths").keySet().stream()
        .filter(template -> template.startsWith("/") && fits(template.split("/", -1), asked))
        .min(WRITTEN_FIRST.thenComparing(Comparator.naturalOrder()))
        .flatMap(template -> found(rule.document(), template, method, asked));
  }

  /** Every operation of a document. */
  static List<OpenApiOperation> all(Node.Obj document) {
    var all = new ArrayList<OpenApiOperation>();
    for (String template : OpenApiDocument.members(document, "paths").keySet()) {
      for (String method : OpenApiDocument.METHODS) {
        if (template.startsWith("/")) {
          found(document, template, method, template.split("/", -1)).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /** Those of the operation, and of the path where the operation does not have the same. */
  List<OpenApiPart> parameters() {
    var parameters = new ArrayList<>(operation.items("parameters"));
    var own = new HashSet<String>();
    parameters.forEach(parameter -> own.add(called(parameter)));
    item.items("parameters").stream()
        .filter(parameter -> !own.contains(called(parameter)))
        .forEach(parameters::add);
    return parameters;
  }

  private static String called(OpenApiPart parameter) {
    return parameter.text("in") + " " + parameter.text("name");
  }

  private static Optional<OpenApiOperation> found(
      Node.Obj document, String template, String method, String[] asked) {
    String[] names = template.split("/", -1);
    var segments = new TreeMap<String, String>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        segments.put(
            names[i].substring(1, names[i].length() - 1),
            QueryText.decoded(asked[i].replace("+", "%2B")));
      }
    }
    OpenApiPart item =
        OpenApiPart.root(document).child("paths").flatMap(p -> p.child(template)).orElseThrow();
    return item.child(method.toLowerCase(Locale.ROOT))
        .map(operation -> new OpenApiOperation(item, operation, segments));
  }

  private static boolean fits(String[] template, String[] asked) {
    return template.length == asked.length
        && IntStream.range(0, asked.length)
            .allMatch(
                i ->
                    template[i].startsWith("{")
                        ? !asked[i].isEmpty()
                        : template[i].equals(asked[i]));
  }

  private static String rank(String template) {
    var rank = new StringBuilder();
    for (String segment : template.split("/", -1)) {
      rank.append(segment.startsWith("{") ? 'b' : 'a');
    }
    return rank.toString();
  }
}
