package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Apigee's policy GraphQL as documented, by a reader of its own: no code of the engine's. */
final class GraphqlInterpreter {

  static final Pattern TOKEN =
      Pattern.compile(
          "[\\s,]+|#[^\\n]*|(\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\.\\.\\.|[_A-Za-z][_0-9A-Za-z]*|-?[0-9]+|[{}():$!=@\\[\\]|&])");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, List<String>> fragments = new HashMap<>();

  private GraphqlInterpreter() {}

  /** Operations that a policy may take, by what it says of their types. */
  private static final Map<String, List<String>> OPERATIONS =
      Map.of(
          "query", List.of("query"),
          "mutation", List.of("mutation"),
          "query_mutation", List.of("query", "mutation"));

  static Optional<Integer> parse(Element policy, Message message) {
    Interpreter.requireRequest(policy);
    String action = Interpreter.text(Interpreter.children(policy, "Action").get(0));
    if (!List.of("parse", "verify", "parse_verify").contains(action)) {
      throw new AssertionError("no action " + action);
    }
    try {
      int depth = new GraphqlInterpreter().depth(document(message), policy);
      return depth > number(policy, "MaxDepth") ? Optional.of(400) : Optional.empty();
    } catch (IllegalArgumentException | ProblemException e) {
      return Optional.of(400);
    }
  }

  private static int number(Element policy, String child) {
    return Integer.parseInt(Interpreter.text(Interpreter.children(policy, child).get(0)));
  }

  static String document(Message message) {
    Map<String, String> variables = message.variables();
    if (!message.verb.equals("POST")) {
      return variables.getOrDefault("request.queryparam.query", "");
    }
    if (variables.getOrDefault("request.header.content-type", "").contains("graphql")) {
      return message.content;
    }
    if (JsonTree.read(message.content, TreeLimits.VENDOR) instanceof Node.Obj body
        && body.field("query").orElse(Node.nothing()) instanceof Node.Value value
        && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("no query");
  }

  /** How deep the deepest operation is, where no rule is broken. */
  private int depth(String text, Element policy) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      require(matcher.find(end) && matcher.start() == end);
      if (matcher.group(1) != null) {
        tokens.add(matcher.group(1));
      }
      end = matcher.end();
    }
    String said = Interpreter.text(Interpreter.children(policy, "OperationType").get(0));
    List<String> types =
        Optional.ofNullable(OPERATIONS.get(said))
            .orElseThrow(() -> new AssertionError("no operations " + said));
    var operations = new ArrayList<List<String>>();
    int at = 0;
    while (at < tokens.size()) {
      int begin = tokens.subList(at, tokens.size()).indexOf("{") + at;
      require(begin >= at);
      List<String> head = tokens.subList(at, begin);
      int close = close(begin);
      List<String> body = tokens.subList(begin + 1, close);
      if (!head.isEmpty() && head.get(0).equals("fragment")) {
        require(head.size() == 4 && head.get(2).equals("on"));
        require(fragments.put(head.get(1), body) == null);
      } else {
        require(head.isEmpty() || types.contains(head.get(0)));
        operations.add(body);
      }
      at = close + 1;
    }
    require(!operations.isEmpty());
    require(fragments.size() <= number(policy, "MaxCount"));
    fragments.values().forEach(body -> depth(body, 0));
    return operations.stream().mapToInt(body -> depth(body, 0)).max().orElse(0);
  }

  private int close(int begin) {
    int open = 0;
    for (int i = begin; i < tokens.size(); i++) {
      open += tokens.get(i).equals("{") ? 1 : tokens.get(i).equals("}") ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("not closed");
  }

  private int depth(List<String> body, int nested) {
    require(nested < 50 && !body.isEmpty());
    int deepest = 0;
    int level = 1;
    var inline = new ArrayList<Boolean>();
    for (int i = 0; i < body.size(); i++) {
      String token = body.get(i);
      if (token.equals("(")) {
        i = body.subList(i, body.size()).indexOf(")") + i;
      } else if (token.equals("...") && !body.get(i + 1).equals("on")) {
        List<String> fragment = fragments.get(body.get(++i));
        require(fragment != null);
        deepest = Math.max(deepest, level - 1 + depth(fragment, nested + 1));
      } else if (token.equals("...")) {
        require(body.get(i + 3).equals("{"));
        inline.add(true);
        i += 3;
      } else if (token.equals("{")) {
        require(i > 0 && !body.get(i - 1).equals("{"));
        inline.add(false);
        level++;
      } else if (token.equals("}")) {
        require(!body.get(i - 1).equals("{"));
        level -= inline.remove(inline.size() - 1) ? 0 : 1;
      } else {
        deepest = Math.max(deepest, level);
      }
    }
    return deepest;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no document that is taken");
    }
  }
}
