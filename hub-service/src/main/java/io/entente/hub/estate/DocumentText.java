package io.entente.hub.estate;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of a request as documents: YAML with {@code ---}, one JSON object, or a JSON array. */
public final class DocumentText {
  private DocumentText() {}

  /**
   * Reads all documents, at least one.
   *
   * @throws ProblemException when the bytes are no text, no YAML or JSON, too large, or empty
   */
  public static List<Node> read(byte[] bytes) {
    String text = decode(bytes);
    String start = text.stripLeading();
    List<Node> documents;
    if (start.startsWith("{") || start.startsWith("[")) {
      Node root = JsonTree.read(text, TreeLimits.DOCUMENT);
      documents = root instanceof Node.Arr array ? array.items() : List.of(root);
    } else {
      documents = YamlTree.readAll(text, TreeLimits.DOCUMENT);
    }
    if (documents.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_MISSING", "The request holds no document.", "", "Send at least one."));
    }
    return documents;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_NOT_TEXT",
              "The request is not UTF-8 text.",
              "",
              "Send YAML or JSON in UTF-8."));
    }
  }
}
