package io.entente.policy;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The OpenAPI documents that are taken: of 3.0 and 3.1, whole in themselves, with paths of whole
 * segments and parameters of one type in the default styles.
 */
public final class OpenApiDocument {

  /** The longest document, in characters of its {@link #json text}. */
  public static final int LONGEST = 524_288;

  /** The methods that a path may have. */
  public static final List<String> METHODS =
      List.of("delete", "get", "head", "options", "patch", "post", "put", "trace");

  private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");
  private static final Map<String, String> STYLES =
      Map.of("path", "simple", "query", "form", "header", "simple", "cookie", "form");
  private static final Pattern PATH =
      Pattern.compile("/|(/([A-Za-z0-9._~:@!$&'()*+,;=-]+|\\{[^{}/?#]+\\}))+/?");
  private static final Pattern VERSION = Pattern.compile("3\\.[01]\\.[0-9]{1,3}");
  private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)\\}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[A-Za-z0-9_.+*-]{1,60}/[A-Za-z0-9_.+*-]{1,60}( *; *[A-Za-z0-9_.=+-]{1,60})?");
  private static final int DEEPEST = 64;
  private static final int LONGEST_PATH = 500;

  private final Node.Obj document;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * What keeps a document from being taken.
   *
   * @param valid what would be taken there
   */
  public record Fault(NodePath at, Node value, String valid) {}

  private OpenApiDocument(Node.Obj document) {
    this.document = document;
  }

  /** All that is wrong with a document; nothing when it is taken. */
  public static List<Fault> faults(Node.Obj document) {
    var check = new OpenApiDocument(document);
    if (deeper(document, DEEPEST)) {
      check.fault(NodePath.root(), document, "at most " + DEEPEST + " levels deep");
    } else if (json(document).length() > LONGEST) {
      check.fault(NodePath.root(), document, "at most " + LONGEST + " characters long");
    } else {
      check.version();
      check.faults.addAll(OpenApiReferences.faults(document));
      if (check.faults.isEmpty()) {
        check.paths();
      }
    }
    return List.copyOf(check.faults);
  }

  /** The JSON text of a document or a part of it, the same for the same tree. */
  public static String json(Node node) {
    if (node instanceof Node.Obj obj) {
      return obj.fields().entrySet().stream()
          .map(field -> CanonicalText.of(Node.text(field.getKey())) + ":" + json(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return node instanceof Node.Arr arr
        ? arr.items().stream().map(OpenApiDocument::json).collect(Collectors.joining(",", "[", "]"))
        : CanonicalText.of(node);
  }

  /** A part of a document, or what it refers to in its place. */
  public static Node resolved(Node.Obj document, Node part) {
    return OpenApiReferences.resolved(document, part);
  }

  /** The part that a reference of a document names; empty where it names none of it. */
  public static Optional<Node> target(Node.Obj document, String reference) {
    return OpenApiReferences.target(document, reference);
  }

  /** The text of a member, where it is one. */
  public static Optional<String> text(Node node, String member) {
    return node instanceof Node.Obj obj
        ? obj.field(member).flatMap(OpenApiDocument::text)
        : Optional.empty();
  }

  /** Members of a member that is an object; none where it is not. */
  public static Map<String, Node> members(Node node, String member) {
    return node instanceof Node.Obj obj && obj.field(member).orElse(null) instanceof Node.Obj found
        ? found.fields()
        : Map.of();
  }

  /** The one type of a parameter's schema; empty where it has none or several. */
  public static Optional<String> type(Node.Obj document, Node schema) {
    return text(resolved(document, schema), "type");
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private void version() {
    if (text(document, "openapi").filter(v -> VERSION.matcher(v).matches()).isEmpty()) {
      fault(
          NodePath.of("openapi"),
          document.field("openapi").orElse(Node.nothing()),
          "the text 3.0.x or 3.1.x");
    }
    if (!(document.field("paths").orElse(null) instanceof Node.Obj)) {
      fault(NodePath.of("paths"), document, "an object of paths");
    }
  }

  private void paths() {
    members(document, "paths")
        .forEach(
            (path, item) -> {
              NodePath at = NodePath.of("paths").field(path);
              if (path.startsWith("x-")) {
                return;
              }
              if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
                fault(
                    at, Node.text(path), "a path of segments that are text or {a name} as a whole");
              } else if (!(item instanceof Node.Obj) || text(item, "$ref").isPresent()) {
                fault(at, item, "an object, written here and not referred to");
              } else {
                parameters(item, path, at);
                METHODS.forEach(method -> operation(item, method, path, at.field(method)));
              }
            });
  }

  private void operation(Node item, String method, String path, NodePath at) {
    Node operation = ((Node.Obj) item).field(method).orElse(null);
    if (operation == null) {
      return;
    }
    if (!(operation instanceof Node.Obj found)) {
      fault(at, operation, "an operation");
      return;
    }
    parameters(found, path, at);
    Optional<Node> body = found.field("requestBody").map(part -> resolved(document, part));
    if (body.isPresent()) {
      Map<String, Node> content = members(body.get(), "content");
      if (content.isEmpty()
          || !content.keySet().stream().allMatch(type -> MEDIA_TYPE.matcher(type).matches())) {
        fault(at.field("requestBody"), body.get(), "a body with content of some media types");
      }
    }
  }

  private void parameters(Node holder, String path, NodePath at) {
    Node list = ((Node.Obj) holder).field("parameters").orElse(Node.arr(List.of()));
    if (!(list instanceof Node.Arr all)) {
      fault(at.field("parameters"), list, "a list");
      return;
    }
    for (int i = 0; i < all.items().size(); i++) {
      parameter(resolved(document, all.items().get(i)), path, at.field("parameters").index(i));
    }
  }

  private void parameter(Node parameter, String path, NodePath at) {
    String in = text(parameter, "in").orElse("");
    Optional<String> name = text(parameter, "name").filter(n -> !n.isEmpty());
    if (!(parameter instanceof Node.Obj found) || name.isEmpty() || !STYLES.containsKey(in)) {
      fault(at, parameter, "a parameter with a name, in path, query, header or cookie");
      return;
    }
    if (in.equals("path") && TEMPLATE.matcher(path).results().noneMatch(names(name.get()))) {
      fault(at.field("name"), Node.text(name.get()), "a name of the path " + path);
    }
    boolean form = STYLES.get(in).equals("form");
    if (!text(parameter, "style").orElse(STYLES.get(in)).equals(STYLES.get(in))
        || !found.field("explode").orElse(Node.bool(form)).equals(Node.bool(form))
        || found.field("allowReserved").orElse(Node.bool(false)).equals(Node.bool(true))) {
      fault(at, parameter, "a parameter in the default style of its place");
    }
    Node schema = found.field("schema").orElse(Node.nothing());
    String type = type(document, schema).orElse("");
    boolean list = type.equals("array") && !in.equals("cookie");
    if (list) {
      Node items = ((Node.Obj) resolved(document, schema)).field("items").orElse(Node.nothing());
      type = type(document, items).orElse("");
    }
    if (!SCALARS.contains(type)) {
      fault(
          at.field("schema"),
          schema,
          "a schema of one type: string, number, integer, boolean or, but of a cookie, an array of"
              + " one of these");
    }
  }

  private static Predicate<MatchResult> names(String name) {
    return match -> match.group(1).equals(name);
  }

  private void fault(NodePath at, Node value, String valid) {
    faults.add(new Fault(at, value, valid));
  }

  private static boolean deeper(Node node, int left) {
    if (node instanceof Node.Obj obj) {
      return left == 0 || obj.fields().values().stream().anyMatch(child -> deeper(child, left - 1));
    }
    return node instanceof Node.Arr arr
        && (left == 0 || arr.items().stream().anyMatch(child -> deeper(child, left - 1)));
  }
}
