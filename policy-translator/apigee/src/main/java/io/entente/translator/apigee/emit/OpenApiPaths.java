package io.entente.translator.apigee.emit;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import io.entente.policy.OpenApiValidation;
import java.util.TreeMap;

/** The document as a proxy compares it: with what follows its own base path. */
final class OpenApiPaths {

  private OpenApiPaths() {}

  /**
   * @param base path of the proxy, without a slash at its end
   */
  static Node.Obj below(OpenApiValidation rule, String base) {
    var paths = new TreeMap<String, Node>();
    OpenApiDocument.members(rule.document(), "paths")
        .forEach(
            (path, item) -> {
              String whole = rule.basePath() + path;
              if (path.startsWith("/") && whole.equals(base)) {
                paths.put("/", item);
              } else if (path.startsWith("/") && whole.startsWith(base + "/")) {
                paths.put(whole.substring(base.length()), item);
              }
            });
    return rule.document().with("paths", new Node.Obj(paths));
  }
}
