package io.entente.json;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML text to trees: the JSON schema of YAML 1.2 with {@code ~} as null; numbers keep every digit.
 * Aliases are followed, but what they multiply is bounded.
 */
public final class YamlTree {

  /** How many times larger than the largest text the trees of one text may be. */
  private static final int GROWTH = 4;

  private final TreeLimits limits;
  private long left;

  private YamlTree(TreeLimits limits) {
    this.limits = limits;
    this.left = (long) GROWTH * limits.maxChars();
  }

  /**
   * Reads one or more documents separated by {@code ---}.
   *
   * @throws ProblemException DOCUMENT_TOO_LARGE or YAML_INVALID (kind USER)
   */
  public static List<Node> readAll(String text, TreeLimits limits) {
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
    var settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(limits.maxChars())
            .setSchema(new ExactSchema())
            .build();
    var reader = new YamlTree(limits);
    var documents = new ArrayList<Node>();
    try {
      for (Object document : new Load(settings).loadAllFromString(text)) {
        if (document != null) {
          documents.add(reader.node(document, 1));
        }
      }
    } catch (YamlEngineException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | StackOverflowError e) {
      // the engine lets some of what its own code runs into out: "\\u at the end of a text
      String message = e.getMessage() == null ? "nested too deep" : e.getMessage();
      throw invalid(message.lines().limit(3).collect(Collectors.joining(" ")).strip());
    }
    return documents;
  }

  /** Block style, fields sorted; secrets and pending values as in canonical JSON. */
  public static String write(Node node) {
    return PrettyYaml.write(node);
  }

  private Node node(@Nullable Object value, int depth) {
    spend(1);
    if (depth > limits.maxDepth()) {
      throw invalid("it nests deeper than " + limits.maxDepth());
    }
    if (value == null) {
      return Node.nothing();
    }
    if (value instanceof Map<?, ?> map) {
      var fields = new TreeMap<String, Node>();
      for (var entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String name)) {
          throw invalid("key '" + entry.getKey() + "' is not text: quote it");
        }
        spend(name.length());
        fields.put(name, node(entry.getValue(), depth + 1));
      }
      return new Node.Obj(fields);
    }
    if (value instanceof List<?> list) {
      var items = new ArrayList<Node>();
      for (Object item : list) {
        items.add(node(item, depth + 1));
      }
      return new Node.Arr(items);
    }
    if (value instanceof Boolean bool) {
      return Node.bool(bool);
    }
    if (value instanceof Number number) {
      try {
        return Node.number(new BigDecimal(number.toString()));
      } catch (ArithmeticException | NumberFormatException e) {
        throw invalid("'" + number + "' is not a number we can hold");
      }
    }
    String text = value.toString();
    spend(text.length());
    return Node.text(text);
  }

  private void spend(int characters) {
    left -= characters;
    if (left < 0) {
      throw invalid("its aliases multiply it beyond " + GROWTH + " times the largest document");
    }
  }

  private static ProblemException invalid(String what) {
    return new ProblemException(
        Problem.user(
            "YAML_INVALID", "Not YAML: " + what, "", "Mend the document at the place named."));
  }
}
