package io.entente.json;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML text to trees: the JSON schema of YAML 1.2, no tags, no aliases beyond a few. */
public final class YamlTree {

  private YamlTree() {}

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
            .build();
    var documents = new ArrayList<Node>();
    try {
      for (Object document : new Load(settings).loadAllFromString(text)) {
        if (document != null) {
          documents.add(node(document, limits, 1));
        }
      }
    } catch (YamlEngineException | StackOverflowError e) {
      String message = e.getMessage() == null ? "nested too deep" : e.getMessage();
      throw invalid(message.lines().limit(3).collect(Collectors.joining(" ")).strip());
    }
    return documents;
  }

  /** Block style, fields sorted; secrets and pending values as in canonical JSON. */
  public static String write(Node node) {
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(160).build();
    return new Dump(settings).dumpToString(plain(node));
  }

  private static @Nullable Object plain(Node node) {
    if (node instanceof Node.Obj obj) {
      var map = new LinkedHashMap<String, @Nullable Object>();
      obj.fields().forEach((name, value) -> map.put(name, plain(value)));
      return map;
    }
    if (node instanceof Node.Arr arr) {
      var list = new ArrayList<@Nullable Object>();
      arr.items().forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node instanceof Node.Value value) {
      if (value.value() instanceof Scalar.Text text) {
        return text.value();
      }
      if (value.value() instanceof Scalar.Bool bool) {
        return bool.value();
      }
      if (value.value() instanceof Scalar.Num num) {
        return num.value().scale() <= 0 && num.value().precision() - num.value().scale() <= 40
            ? num.value().toBigInteger()
            : num.value();
      }
      return null;
    }
    return CanonicalText.of(node);
  }

  private static Node node(@Nullable Object value, TreeLimits limits, int depth) {
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
        fields.put(name, node(entry.getValue(), limits, depth + 1));
      }
      return new Node.Obj(fields);
    }
    if (value instanceof List<?> list) {
      var items = new ArrayList<Node>();
      for (Object item : list) {
        items.add(node(item, limits, depth + 1));
      }
      return new Node.Arr(items);
    }
    if (value instanceof Boolean bool) {
      return Node.bool(bool);
    }
    if (value instanceof Number number) {
      try {
        return Node.number(new BigDecimal(number.toString()));
      } catch (NumberFormatException e) {
        throw invalid("'" + number + "' is not a finite number");
      }
    }
    return Node.text(value.toString());
  }

  private static ProblemException invalid(String what) {
    return new ProblemException(
        Problem.user(
            "YAML_INVALID", "Not YAML: " + what, "", "Mend the document at the place named."));
  }
}
