package io.entente.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON text to and from trees. Duplicate keys are refused; numbers keep every digit. */
public final class JsonTree {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /**
   * Reads one document.
   *
   * @throws ProblemException DOCUMENT_TOO_LARGE, DOCUMENT_TOO_DEEP or JSON_INVALID (kind USER)
   */
  public static Node read(String text, TreeLimits limits) {
    if (text.length() > limits.maxChars()) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_TOO_LARGE",
              "The document has "
                  + text.length()
                  + " characters, the limit is "
                  + limits.maxChars(),
              "",
              "Split the document."));
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw invalid("the document is empty", parser);
      }
      Node root = node(parser, limits, 1);
      if (parser.nextToken() != null) {
        throw invalid("text follows the document", parser);
      }
      return root;
    } catch (JacksonException e) {
      throw new ProblemException(
          Problem.user(
              "JSON_INVALID",
              "Not JSON: " + e.getOriginalMessage(),
              position(e.getLocation()),
              "Mend the document at the place named."));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string does not fail", e);
    }
  }

  /**
   * The document as plain JSON on one line, fields sorted; {@link #read} gives it back.
   *
   * @throws IllegalArgumentException when the tree holds a secret or a pending value, which plain
   *     JSON cannot say: {@link StoredTree} can
   */
  public static String write(Node node) {
    return TreeText.plain(node);
  }

  /** For people: two-space indentation, one field a line; a secret shows as its reference. */
  public static String pretty(Node node) {
    var out = new StringBuilder();
    PrettyJson.write(node, 0, out);
    return out.append('\n').toString();
  }

  private static Node node(JsonParser parser, TreeLimits limits, int depth) throws IOException {
    if (depth > limits.maxDepth()) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_TOO_DEEP",
              "The document nests deeper than " + limits.maxDepth(),
              position(parser.currentLocation()),
              "Flatten the document."));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, limits, depth);
      case START_ARRAY -> array(parser, limits, depth);
      case VALUE_STRING -> Node.text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> Node.bool(true);
      case VALUE_FALSE -> Node.bool(false);
      case VALUE_NULL -> Node.nothing();
      default -> throw invalid("unexpected " + parser.currentToken(), parser);
    };
  }

  private static Node number(JsonParser parser) throws IOException {
    try {
      return Node.number(parser.getDecimalValue());
    } catch (ArithmeticException | NumberFormatException e) {
      throw invalid("a number has an exponent we cannot hold", parser);
    }
  }

  private static Node object(JsonParser parser, TreeLimits limits, int depth) throws IOException {
    var fields = new TreeMap<String, Node>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, node(parser, limits, depth + 1));
    }
    return new Node.Obj(fields);
  }

  private static Node array(JsonParser parser, TreeLimits limits, int depth) throws IOException {
    var items = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, limits, depth + 1));
    }
    return new Node.Arr(items);
  }

  private static ProblemException invalid(String what, JsonParser parser) {
    return new ProblemException(
        Problem.user(
            "JSON_INVALID",
            "Not JSON: " + what,
            position(parser.currentLocation()),
            "Mend the document at the place named."));
  }

  private static String position(@Nullable JsonLocation at) {
    return at == null ? "" : "line " + at.getLineNr() + " column " + at.getColumnNr();
  }
}
