package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Content;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.List;

/** Gets the document a node without database runs. */
final class LoadedDocument {

  private static final String WHAT = "GET /config";

  private final AdminApi admin;
  private final Secrets secrets;
  private final VendorSchema schema;

  LoadedDocument(AdminApi admin, Secrets secrets, VendorSchema schema) {
    this.admin = admin;
    this.secrets = secrets;
    this.schema = schema;
  }

  /** The document with its secrets, to write it again, and without, to show it. */
  record Document(Node.Obj raw, Content.Tree shown, SecretEdge edge) {}

  Document get() throws AdminFailure {
    var loaded = admin.read(WHAT, () -> admin.declarative().getConfig());
    if (loaded == null || loaded.getConfig() == null) {
      throw Failures.strange(WHAT, "no configuration");
    }
    List<Node> documents;
    try {
      documents = YamlTree.readAll(loaded.getConfig(), TreeLimits.VENDOR);
    } catch (ProblemException e) {
      // The parser's words may repeat a line of the document, secrets included.
      throw Failures.strange(WHAT, "a text that is not valid YAML");
    }
    if (documents.size() != 1 || !(documents.get(0) instanceof Node.Obj raw)) {
      throw Failures.strange(WHAT, "a text that is not one YAML document of fields");
    }
    var edge = new SecretEdge(secrets, schema);
    Node shown = edge.document(KongInventoryReader.DOCUMENT.nativeId(), raw);
    return new Document(raw, new Content.Tree(shown), edge);
  }
}
