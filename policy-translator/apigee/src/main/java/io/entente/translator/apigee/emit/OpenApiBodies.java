package io.entente.translator.apigee.emit;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which bodies a document describes that the policy would pass without a look. */
final class OpenApiBodies {

  /** The one type that it reads. */
  static final String READ = "application/json";

  private OpenApiBodies() {}

  /** The media types of all bodies but the one that is read, in lower case. */
  static SortedSet<String> unread(Node.Obj document) {
    var types = new TreeSet<String>();
    OpenApiDocument.members(document, "paths")
        .values()
        .forEach(
            item ->
                OpenApiDocument.METHODS.forEach(
                    method -> {
                      if (item instanceof Node.Obj path) {
                        path.field(method)
                            .filter(Node.Obj.class::isInstance)
                            .flatMap(operation -> ((Node.Obj) operation).field("requestBody"))
                            .map(body -> OpenApiDocument.resolved(document, body))
                            .ifPresent(
                                body ->
                                    OpenApiDocument.members(body, "content")
                                        .keySet()
                                        .forEach(type -> types.add(bare(type))));
                      }
                    }));
    types.remove(READ);
    return types;
  }

  private static String bare(String type) {
    return type.toLowerCase(Locale.ROOT).split(";", -1)[0].strip();
  }
}
