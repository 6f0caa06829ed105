package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** Apigee's policy OASValidation as documented, by a reader of its own: no code of the engine's. */
final class OasInterpreter {

  private final Node document;
  private final Message message;
  private final Element policy;

  private OasInterpreter(Node document, Message message, Element policy) {
    this.document = document;
    this.message = message;
    this.policy = policy;
  }

  static Optional<Integer> validate(
      Element policy, Message message, UnaryOperator<String> resource) {
    Interpreter.requireRequest(policy);
    String address = Interpreter.text(Interpreter.children(policy, "OASResource").get(0));
    Node document = JsonTree.read(resource.apply(address), TreeLimits.VENDOR);
    return new OasInterpreter(document, message, policy).holds()
        ? Optional.empty()
        : Optional.of(400);
  }

  private boolean holds() {
    if (!text(document, "openapi").startsWith("3.0.")) {
      throw new AssertionError("no version " + text(document, "openapi"));
    }
    if (!at(document, "info").keySet().containsAll(Set.of("title", "version"))) {
      throw new AssertionError("neither title nor version");
    }
    String[] asked = (message.suffix.isEmpty() ? "/" : message.suffix).split("/", -1);
    String best = "";
    for (String template : at(document, "paths").keySet()) {
      String[] names = template.split("/", -1);
      boolean fits = names.length == asked.length;
      for (int i = 0; fits && i < names.length; i++) {
        fits = names[i].startsWith("{") ? !asked[i].isEmpty() : names[i].equals(asked[i]);
      }
      // what is written out is less than a brace
      if (fits && (best.isEmpty() || plain(template).compareTo(plain(best)) < 0)) {
        best = template;
      }
    }
    Node item = at(document, "paths").get(best);
    Node operation =
        item == null ? null : at(item).get(message.verb.toLowerCase(java.util.Locale.ROOT));
    if (operation == null) {
      return false;
    }
    var segments = new HashMap<String, String>();
    String[] names = best.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      segments.put(names[i].replaceAll("[{}]", ""), asked[i]);
    }
    return parameters(item, operation, segments)
        && (!option("ValidateMessageBody") || body(operation));
  }

  private boolean parameters(Node item, Node operation, Map<String, String> segments) {
    var all = new TreeMap<String, Node>();
    for (Node holder : List.of(item, operation)) {
      for (Node one : items(holder, "parameters")) {
        Node parameter = followed(one);
        all.put(text(parameter, "in") + " " + text(parameter, "name"), parameter);
      }
    }
    Map<String, List<String>> query = query();
    Map<String, List<String>> cookies = cookies();
    var known = new HashSet<String>();
    for (Node parameter : all.values()) {
      String name = text(parameter, "name");
      known.add(text(parameter, "in") + " " + name);
      if (text(parameter, "in").equals("path") && !yes(parameter, "required")) {
        throw new AssertionError("a parameter of a path that may be missing");
      }
      List<String> values =
          switch (text(parameter, "in")) {
            case "path" -> List.of(segments.get(name));
            case "query" -> query.getOrDefault(name, List.of());
            case "cookie" -> cookies.getOrDefault(name, List.of());
            case "header" -> message.request.get(name);
            default -> throw new AssertionError("no place " + text(parameter, "in"));
          };
      if (values.isEmpty()) {
        if (yes(parameter, "required")) {
          return false;
        }
        continue;
      }
      Node schema = followed(at(parameter).get("schema"));
      Node value;
      if (text(schema, "type").equals("array")) {
        List<String> each =
            text(parameter, "in").equals("query")
                ? values
                : Arrays.asList(String.join(",", values).split(",", -1));
        String type = text(followed(at(schema).get("items")), "type");
        value = Node.arr(each.stream().map(text -> typed(type, text.strip())).toList());
      } else if (values.size() > 1) {
        return false;
      } else {
        value = typed(text(schema, "type"), values.get(0));
      }
      if (!valid(schema, value)) {
        return false;
      }
    }
    return (option("Header")
            || message.request.values().keySet().stream()
                .allMatch(name -> known.contains("header " + name)))
        && (option("Query")
            || query.keySet().stream().allMatch(name -> known.contains("query " + name)))
        && (option("Cookie")
            || cookies.keySet().stream().allMatch(name -> known.contains("cookie " + name)));
  }

  private boolean body(Node operation) {
    Node body = at(operation).get("requestBody");
    if (body == null) {
      return true;
    }
    if (message.content.isEmpty()) {
      return !yes(followed(body), "required");
    }
    String type = message.variables().getOrDefault("request.header.content-type", "");
    Node content = at(followed(body), "content").get("application/json");
    if (!type.startsWith("application/json")) {
      return true;
    }
    if (content == null) {
      return false;
    }
    Node schema = at(content).get("schema");
    try {
      return schema == null || valid(schema, JsonTree.read(message.content, TreeLimits.VENDOR));
    } catch (ProblemException e) {
      return false;
    }
  }

  private boolean valid(Node given, Node value) {
    Node schema = followed(given);
    Map<String, Node> says = at(schema);
    if (yes(schema, "nullable") && value.equals(Node.nothing())) {
      return true;
    }
    boolean fits =
        switch (text(schema, "type")) {
          case "object" -> value instanceof Node.Obj;
          case "array" -> value instanceof Node.Arr;
          case "string" -> scalar(value) instanceof Scalar.Text;
          case "boolean" -> scalar(value) instanceof Scalar.Bool;
          case "number" -> scalar(value) instanceof Scalar.Num;
          case "integer" ->
              scalar(value) instanceof Scalar.Num number && number.value().scale() <= 0;
          case "" -> true;
          default -> throw new AssertionError("no type " + text(schema, "type"));
        };
    if (!fits || says.containsKey("enum") && !items(schema, "enum").contains(value)) {
      return false;
    }
    if (scalar(value) instanceof Scalar.Num number
        && (number.value().compareTo(number(says, "minimum", number.value())) < 0
            || number.value().compareTo(number(says, "maximum", number.value())) > 0)) {
      return false;
    }
    if (scalar(value) instanceof Scalar.Text text) {
      var length = BigDecimal.valueOf(text.value().codePointCount(0, text.value().length()));
      if (length.compareTo(number(says, "minLength", length)) < 0
          || length.compareTo(number(says, "maxLength", length)) > 0
          || says.containsKey("pattern")
              && !java.util.regex.Pattern.compile(text(schema, "pattern"))
                  .matcher(text.value())
                  .find()) {
        return false;
      }
    }
    if (value instanceof Node.Arr list) {
      var size = BigDecimal.valueOf(list.items().size());
      return size.compareTo(number(says, "maxItems", size)) <= 0
          && (says.get("items") == null
              || list.items().stream().allMatch(item -> valid(says.get("items"), item)));
    }
    return !(value instanceof Node.Obj object) || members(schema, object);
  }

  private boolean members(Node schema, Node.Obj object) {
    for (Node name : items(schema, "required")) {
      if (object.field(((Scalar.Text) scalar(name)).value()).isEmpty()) {
        return false;
      }
    }
    Map<String, Node> known = at(schema, "properties");
    boolean closed = Node.bool(false).equals(at(schema).get("additionalProperties"));
    return object.fields().entrySet().stream()
        .allMatch(
            member ->
                known.containsKey(member.getKey())
                    ? valid(known.get(member.getKey()), member.getValue())
                    : !closed);
  }

  private Node followed(Node node) {
    String reference = text(node, "$ref");
    if (reference.isEmpty()) {
      return node;
    }
    Node found = document;
    for (String name : reference.substring(2).split("/", -1)) {
      found = at(found).get(name);
    }
    return followed(found);
  }

  private Map<String, List<String>> query() {
    var query = new TreeMap<String, List<String>>();
    for (String pair : message.query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        query
            .computeIfAbsent(parts[0], n -> new ArrayList<>())
            .add(parts.length > 1 ? parts[1] : "");
      }
    }
    return query;
  }

  private Map<String, List<String>> cookies() {
    var cookies = new TreeMap<String, List<String>>();
    for (String line : message.request.get("cookie")) {
      for (String cookie : line.split("; ?", -1)) {
        String[] parts = cookie.split("=", 2);
        cookies.computeIfAbsent(parts[0], n -> new ArrayList<>()).add(parts[1]);
      }
    }
    return cookies;
  }

  private boolean option(String name) {
    Element options = Interpreter.children(policy, "Options").get(0);
    Element holder =
        name.equals("ValidateMessageBody")
            ? options
            : Interpreter.children(options, "AllowUnspecifiedParameters").get(0);
    return Interpreter.text(Interpreter.children(holder, name).get(0)).equals("true");
  }

  private static Node typed(String type, String text) {
    boolean number =
        Set.of("integer", "number").contains(type) && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    boolean truth = type.equals("boolean") && Set.of("true", "false").contains(text);
    return number
        ? Node.number(new BigDecimal(text))
        : truth ? Node.bool(text.equals("true")) : Node.text(text);
  }

  private static String plain(String template) {
    return template.replaceAll("\\{[^}]*\\}", "~");
  }

  private static BigDecimal number(Map<String, Node> says, String name, BigDecimal otherwise) {
    Node said = says.get(name);
    return said == null ? otherwise : ((Scalar.Num) scalar(said)).value();
  }

  private static Scalar scalar(Node node) {
    return node instanceof Node.Value value ? value.value() : new Scalar.Null();
  }

  private static Map<String, Node> at(Node node, String... path) {
    Node found = node;
    for (String name : path) {
      found = at(found).getOrDefault(name, Node.nothing());
    }
    return found instanceof Node.Obj obj ? obj.fields() : Map.of();
  }

  private static List<Node> items(Node node, String name) {
    return at(node).get(name) instanceof Node.Arr list ? list.items() : List.of();
  }

  private static String text(Node node, String name) {
    Node found = at(node).get(name);
    return found != null && scalar(found) instanceof Scalar.Text text ? text.value() : "";
  }

  private static boolean yes(Node node, String name) {
    return Node.bool(true).equals(at(node).get(name));
  }
}
