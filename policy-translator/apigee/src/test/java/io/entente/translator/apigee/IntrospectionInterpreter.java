package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Caches, key value maps, callouts and what is taken out of messages, as Apigee documents them. */
final class IntrospectionInterpreter {

  private static final Pattern PATH = Pattern.compile("\\$\\.([A-Za-z]+)(?:\\[([0-9]+)\\])?");

  private IntrospectionInterpreter() {}

  static Optional<Integer> run(Element policy, Message message) {
    switch (policy.getTagName()) {
      case "LookupCache" -> lookup(policy, message);
      case "PopulateCache" -> populate(policy, message);
      case "KeyValueMapOperations" -> entry(policy, message);
      case "ServiceCallout" -> call(policy, message);
      default -> extract(policy, message);
    }
    return Optional.empty();
  }

  private static void lookup(Element policy, Message message) {
    Optional.ofNullable(message.outside.cache.get(key(policy, message)))
        .filter(kept -> kept.until().isAfter(message.at))
        .ifPresent(kept -> message.assign(text(policy, "AssignTo"), kept.value()));
  }

  private static void populate(Element policy, Message message) {
    long seconds = Long.parseLong(text(child(policy, "ExpirySettings"), "TimeoutInSec"));
    Optional.ofNullable(message.variables().get(text(policy, "Source")))
        .ifPresent(
            value ->
                message.outside.cache.put(
                    key(policy, message),
                    new Outside.Kept(value, message.at.plusSeconds(seconds))));
  }

  private static String key(Element policy, Message message) {
    Element key = child(policy, "CacheKey");
    String variable = child(key, "KeyFragment").getAttribute("ref");
    return text(key, "Prefix") + "__" + message.variables().getOrDefault(variable, "");
  }

  private static void entry(Element policy, Message message) {
    Element get = child(policy, "Get");
    if (!text(policy, "Scope").equals("environment") || !get.getAttribute("index").equals("1")) {
      return;
    }
    String name = policy.getAttribute("mapIdentifier") + "/" + text(child(get, "Key"), "Parameter");
    if (!get.getAttribute("assignTo").startsWith("private.")) {
      throw new AssertionError("a secret would show in debug sessions");
    }
    Optional.ofNullable(message.outside.secrets.get(name))
        .ifPresent(value -> message.assign(get.getAttribute("assignTo"), value));
  }

  private static void call(Element policy, Message message) {
    Element set = child(child(policy, "Request"), "Set");
    var headers = new TreeMap<String, String>();
    Interpreter.children(child(set, "Headers"), "Header")
        .forEach(h -> headers.put(h.getAttribute("name"), message.rendered(Interpreter.text(h))));
    var form = new TreeMap<String, String>();
    Interpreter.children(child(set, "FormParams"), "FormParam")
        .forEach(f -> form.put(f.getAttribute("name"), message.rendered(Interpreter.text(f))));
    Element connection = child(policy, "HTTPTargetConnection");
    if (!text(set, "Verb").equals("POST")
        || !text(connection, "URL").equals(message.outside.endpoint)
        || !text(child(connection, "SSLInfo"), "Enforce").equals("true")
        || !text(child(connection, "SSLInfo"), "Enabled").equals("true")
        || !text(child(connection, "SSLInfo"), "IgnoreValidationErrors").equals("false")) {
      return;
    }
    message.outside.questions.add(headers + " " + form);
    Outside.Said said =
        headers.get("authorization").equals("Basic " + message.outside.credentials)
            ? message.outside.answers.getOrDefault(
                form.get("token"), new Outside.Said(200, "{\"active\": false}"))
            : new Outside.Said(401, "{\"error\": \"invalid_client\"}");
    String answer = text(policy, "Response");
    message.assign(answer + ".status.code", Integer.toString(said.status()));
    message.assign(answer + ".content", said.body());
  }

  private static void extract(Element policy, Message message) {
    String prefix = text(policy, "VariablePrefix") + ".";
    Optional<Element> named = Interpreter.children(policy, "Source").stream().findFirst();
    // the message of the flow, where none is named
    String source = named.map(Interpreter::text).orElse("request");
    for (Element header : Interpreter.children(policy, "Header")) {
      String variable = source + ".header." + header.getAttribute("name");
      String value = message.variables().getOrDefault(variable, "");
      String pattern = text(header, "Pattern");
      String before = pattern.substring(0, pattern.indexOf('{'));
      boolean anyCase = child(header, "Pattern").getAttribute("ignoreCase").equals("true");
      if (value.regionMatches(anyCase, 0, before, 0, before.length())
          && value.length() > before.length()) {
        message.assign(
            prefix + pattern.substring(before.length() + 1, pattern.length() - 1),
            value.substring(before.length()));
      }
    }
    for (Element payload : Interpreter.children(policy, "JSONPayload")) {
      read(message.variables().getOrDefault(source + ".content", ""))
          .ifPresent(
              body ->
                  Interpreter.children(payload, "Variable")
                      .forEach(
                          variable ->
                              value(body, text(variable, "JSONPath"))
                                  .ifPresent(
                                      found ->
                                          message.assign(
                                              prefix + variable.getAttribute("name"), found))));
    }
    if (source.equals("request")
        && named.filter(from -> from.getAttribute("clearPayload").equals("true")).isPresent()) {
      message.content = "";
    }
  }

  private static Optional<Node.Obj> read(String text) {
    try {
      return JsonTree.read(text, TreeLimits.VENDOR) instanceof Node.Obj body
          ? Optional.of(body)
          : Optional.empty();
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(Node.Obj body, String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new AssertionError("cannot follow " + path);
    }
    Optional<Node> found = body.field(matcher.group(1));
    if (matcher.group(2) != null) {
      int at = Integer.parseInt(matcher.group(2));
      found =
          found
              .filter(node -> node instanceof Node.Arr list && list.items().size() > at)
              .map(node -> ((Node.Arr) node).items().get(at));
    }
    return found.map(
        node ->
            node instanceof Node.Value value && value.value() instanceof Scalar.Text text
                ? text.value()
                : JsonTree.write(node));
  }

  private static Element child(Element parent, String name) {
    return Interpreter.children(parent, name).get(0);
  }

  private static String text(Element parent, String name) {
    return Interpreter.text(child(parent, name));
  }
}
