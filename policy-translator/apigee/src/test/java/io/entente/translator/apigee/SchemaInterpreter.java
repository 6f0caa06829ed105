package io.entente.translator.apigee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.w3c.dom.Element;

/**
 * Apigee's policy GraphQL where it verifies, by the rules of the specification and a reader of its
 * own: no code of the engine's. Of schemas it knows what the tests write.
 */
final class SchemaInterpreter {

  private final List<String> tokens = new ArrayList<>();
  private final SchemaTypes types;
  private final Map<String, Integer> fragments = new HashMap<>();
  private final Set<String> spread = new HashSet<>();
  private Map<String, String> declared = Map.of();
  private Set<String> used = new HashSet<>();
  private int at;

  private SchemaInterpreter(SchemaTypes types) {
    this.types = types;
  }

  /** 400 where the document is not valid; nothing where the policy verifies nothing. */
  static Optional<Integer> verify(Element policy, Message message, UnaryOperator<String> resource) {
    if (!Interpreter.text(Interpreter.children(policy, "Action").get(0)).contains("verify")) {
      return Optional.empty();
    }
    String address = Interpreter.text(Interpreter.children(policy, "ResourceURL").get(0));
    var types = new SchemaTypes(tokens(resource.apply(address)));
    try {
      var interpreter = new SchemaInterpreter(types);
      interpreter.tokens.addAll(tokens(GraphqlInterpreter.document(message)));
      interpreter.document();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(400);
    }
  }

  static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    Matcher matcher = GraphqlInterpreter.TOKEN.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        tokens.add(matcher.group(1));
      }
    }
    return tokens;
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not valid");
    }
  }

  private void document() {
    var operations = new TreeMap<Integer, String>();
    for (at = 0; at < tokens.size(); ) {
      int begin = at;
      if (tokens.get(at).equals("fragment")) {
        fragments.put(tokens.get(at + 1), begin);
      } else {
        operations.put(begin, tokens.get(at));
      }
      skipTo("{");
      close("{", "}");
    }
    for (int begin : fragments.values()) {
      require(types.composite(tokens.get(begin + 3)));
    }
    var names = new HashSet<String>();
    operations.forEach((begin, kind) -> operation(begin, kind, names, operations.size()));
    require(spread.equals(fragments.keySet()));
  }

  private void operation(int begin, String kind, Set<String> names, int operations) {
    at = begin;
    declared = new HashMap<>();
    used = new HashSet<>();
    if (kind.equals("{")) {
      require(operations == 1);
    } else {
      at++;
      boolean named = !Set.of("{", "(").contains(tokens.get(at));
      require(named ? names.add(tokens.get(at++)) : operations == 1);
      if (tokens.get(at).equals("(")) {
        at++;
        while (!tokens.get(at).equals(")")) {
          require(tokens.get(at++).equals("$"));
          String name = tokens.get(at++);
          at++;
          String type = type();
          require(!declared.containsKey(name) && types.input(type));
          declared.put(name, type);
        }
        at++;
      }
    }
    String root = kind.equals("mutation") ? "Mutation" : "Query";
    require(types.composite(root));
    SchemaMerge.check(selection(root), types);
    require(used.equals(declared.keySet()));
  }

  /** A type as it is written. */
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

  /** The fields of a selection, those of fragments among them. */
  private List<SchemaMerge.Selected> selection(String parent) {
    var fields = new ArrayList<SchemaMerge.Selected>();
    at++;
    while (!tokens.get(at).equals("}")) {
      if (tokens.get(at).equals("...")) {
        at++;
        boolean inline = tokens.get(at).equals("on");
        String name = tokens.get(at + (inline ? 1 : 0));
        int back = inline ? -1 : at + 1;
        if (!inline) {
          spread.add(name);
          require(fragments.containsKey(name));
          at = fragments.get(name) + 2;
        }
        String on = tokens.get(at + 1);
        at += 2;
        require(types.composite(on) && types.meet(on, parent));
        fields.addAll(selection(on));
        at = inline ? at : back;
      } else {
        fields.add(field(parent));
      }
    }
    at++;
    return fields;
  }

  private SchemaMerge.Selected field(String parent) {
    String shown = tokens.get(at++);
    String name = shown;
    if (tokens.get(at).equals(":")) {
      name = tokens.get(at + 1);
      at += 2;
    }
    String type = types.field(parent, name);
    var given = new TreeMap<String, String>();
    if (tokens.get(at).equals("(")) {
      at++;
      while (!tokens.get(at).equals(")")) {
        String argument = tokens.get(at);
        at += 2;
        require(given.put(argument, value(types.argument(parent, name, argument))) == null);
      }
      at++;
    }
    types.requireAll(parent, name, given.keySet());
    boolean selects = tokens.get(at).equals("{");
    String below = SchemaTypes.bare(type);
    require(selects == types.composite(below));
    return new SchemaMerge.Selected(
        parent, shown, name, given.toString(), type, selects ? selection(below) : List.of());
  }

  private String value(String type) {
    String token = tokens.get(at++);
    if (token.equals("$")) {
      String name = tokens.get(at++);
      used.add(name);
      String said = declared.get(name);
      require(said != null && (said.equals(type) || said.equals(type + "!")));
      return "$" + name;
    }
    require(types.takes(type, token));
    return token;
  }

  private void skipTo(String token) {
    while (!tokens.get(at).equals(token)) {
      at++;
    }
  }

  private void close(String begin, String end) {
    int open = 0;
    do {
      String token = tokens.get(at++);
      open += token.equals(begin) ? 1 : token.equals(end) ? -1 : 0;
    } while (open > 0);
  }
}
