package io.entente.translator.apigee;

import static io.entente.translator.apigee.SchemaInterpreter.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The types of a schema, as far as the tests write any. */
final class SchemaTypes {

  private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

  /** Arguments with their types; one with a default is written with no exclamation mark. */
  private record FieldType(String type, Map<String, String> arguments) {}

  private final Map<String, Map<String, FieldType>> fields = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Set<String> scalars = new HashSet<>(SCALARS);
  private final List<String> tokens;
  private int at;

  SchemaTypes(List<String> tokens) {
    this.tokens = tokens;
    while (at < tokens.size()) {
      String kind = tokens.get(at++);
      String name = tokens.get(at++);
      switch (kind) {
        case "scalar" -> scalars.add(name);
        case "enum" -> {
          at++;
          var constants = new HashSet<String>();
          while (!tokens.get(at).equals("}")) {
            constants.add(tokens.get(at++));
          }
          at++;
          values.put(name, constants);
        }
        case "union" -> {
          do {
            members.computeIfAbsent(name, n -> new HashSet<>()).add(tokens.get(at + 1));
            at += 2;
          } while (at < tokens.size() && tokens.get(at).equals("|"));
          fields.put(name, Map.of());
        }
        case "type", "interface" -> {
          if (tokens.get(at).equals("implements")) {
            members.computeIfAbsent(tokens.get(at + 1), n -> new HashSet<>()).add(name);
            at += 2;
          }
          if (kind.equals("type")) {
            members.computeIfAbsent(name, n -> new HashSet<>()).add(name);
          }
          fields.put(name, fields());
        }
        default -> throw new AssertionError("unknown definition " + kind);
      }
    }
    members.values().forEach(names -> names.forEach(this::requireKnown));
    fields.values().forEach(all -> all.values().forEach(this::requireKnown));
  }

  private void requireKnown(FieldType field) {
    requireKnown(bare(field.type()));
    field.arguments().values().forEach(type -> requireKnown(bare(type)));
  }

  private void requireKnown(String type) {
    if (!composite(type) && !input(type)) {
      throw new AssertionError("no type " + type);
    }
  }

  /** The name in a type, without marks. */
  static String bare(String type) {
    return type.replaceAll("[\\[\\]!]", "");
  }

  boolean composite(String type) {
    return fields.containsKey(type);
  }

  boolean object(String type) {
    return fields.containsKey(type) && members.get(type).equals(Set.of(type));
  }

  boolean input(String type) {
    return scalars.contains(bare(type)) || values.containsKey(bare(type));
  }

  /** Whether some object is of both. */
  boolean meet(String one, String other) {
    return members.get(one).stream().anyMatch(members.get(other)::contains);
  }

  String field(String parent, String name) {
    if (name.equals("__typename")) {
      return "String!";
    }
    FieldType field = fields.get(parent).get(name);
    require(field != null);
    return field.type();
  }

  String argument(String parent, String field, String name) {
    FieldType of = fields.get(parent).get(field);
    require(of != null && of.arguments().containsKey(name));
    return of.arguments().get(name);
  }

  void requireAll(String parent, String field, Set<String> given) {
    FieldType of = fields.get(parent).get(field);
    if (of != null) {
      of.arguments().forEach((name, type) -> require(!type.endsWith("!") || given.contains(name)));
    }
  }

  boolean takes(String type, String token) {
    String bare = bare(type);
    if (values.containsKey(bare)) {
      return values.get(bare).contains(token);
    }
    boolean number = token.matches("-?[0-9]+");
    boolean text = token.startsWith("\"");
    return switch (bare) {
      case "Int" -> number;
      case "String" -> text;
      case "ID" -> number || text;
      default -> number || text || token.matches("[A-Za-z]+");
    };
  }

  private Map<String, FieldType> fields() {
    var all = new TreeMap<String, FieldType>();
    at++;
    while (!tokens.get(at).equals("}")) {
      String name = tokens.get(at++);
      var arguments = new TreeMap<String, String>();
      if (tokens.get(at).equals("(")) {
        at++;
        while (!tokens.get(at).equals(")")) {
          String argument = tokens.get(at);
          at += 2;
          arguments.put(argument, type());
        }
        at++;
      }
      at++;
      all.put(name, new FieldType(type(), arguments));
    }
    at++;
    return all;
  }

  private String type() {
    var type = new StringBuilder(tokens.get(at++));
    if (type.charAt(0) == '[') {
      type.append(type()).append(tokens.get(at++));
    }
    if (tokens.get(at).equals("!")) {
      type.append(tokens.get(at++));
    }
    return type.toString();
  }
}
