package io.entente.translator.apigee;

import io.entente.engine.Headers;
import io.entente.model.nativeobject.Blob;
import io.entente.policy.Cidr;
import io.entente.policy.IpAddress;
import io.entente.translator.apigee.dialect.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs Steps of a bundle as Apigee documents its policies; written from the documents and not from
 * the translator.
 */
final class Interpreter {

  /** Those after which another Step judges. */
  private static final Set<String> JUDGED =
      Set.of(
          "VerifyAPIKey",
          "VerifyJWT",
          "JSONThreatProtection",
          "XMLThreatProtection",
          "RegularExpressionProtection",
          "LookupCache",
          "PopulateCache",
          "KeyValueMapOperations",
          "ServiceCallout",
          "ExtractVariables");

  private final SortedMap<String, Blob> files;
  private final Map<String, Element> read = new HashMap<>();
  private final LimitInterpreter limits = new LimitInterpreter();
  private final CacheInterpreter answers = new CacheInterpreter();

  Interpreter(SortedMap<String, Blob> files) {
    this.files = files;
  }

  /** A Step: the policy and when it runs. */
  record Step(String policy, Optional<String> condition) {}

  /** The Steps of one flow, for example {@code PreFlow/Request}; of a shared flow all. */
  List<Step> steps(String file, String... path) {
    Element element = root(file);
    for (String name : path) {
      List<Element> found = children(element, name);
      if (found.isEmpty()) {
        return List.of();
      }
      element = found.get(0);
    }
    return children(element, "Step").stream()
        .map(
            step ->
                new Step(
                    children(step, "Name").get(0).getTextContent(),
                    children(step, "Condition").stream().findFirst().map(Element::getTextContent)))
        .toList();
  }

  /** Runs Steps until one raises a fault: its status, or nothing. */
  Optional<Integer> run(String policies, List<Step> steps, Message message) {
    for (Step step : steps) {
      if (Condition.holds(step.condition(), message.variables())) {
        Optional<Integer> fault = run(root(policies + step.policy() + ".xml"), message);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }

  /** The first conditional flow whose condition holds runs; none other does. */
  Optional<Integer> unrouted(Message message) {
    for (Element flow :
        children(children(root("apiproxy/proxies/default.xml"), "Flows").get(0), "Flow")) {
      Optional<String> condition =
          children(flow, "Condition").stream().findFirst().map(Element::getTextContent);
      if (Condition.holds(condition, message.variables())) {
        return children(flow, "Request").isEmpty()
            ? Optional.empty()
            : run(
                "apiproxy/policies/",
                children(children(flow, "Request").get(0), "Step").stream()
                    .map(s -> new Step(text(children(s, "Name").get(0)), Optional.empty()))
                    .toList(),
                message);
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> run(Element policy, Message message) {
    if (policy.getAttribute("enabled").equals("false")) {
      return Optional.empty();
    }
    boolean judged = JUDGED.contains(policy.getTagName());
    if (!policy.getAttribute("continueOnError").equals(Boolean.toString(judged))) {
      throw new AssertionError("a policy of ours lets pass what fails: " + policy);
    }
    return switch (policy.getTagName()) {
      case "AccessControl" -> accessControl(policy, message);
      case "Quota" -> limits.quota(policy, message);
      case "SpikeArrest" -> limits.spikeArrest(policy, message);
      case "RaiseFault" -> raise(policy, message);
      case "VerifyAPIKey" -> verifyKey(policy, message);
      case "VerifyJWT" -> TokenInterpreter.verify(policy, message);
      case "ResponseCache" -> answers.run(policy, message);
      case "AssignMessage" -> assign(policy, message);
      case "JSONThreatProtection" -> BodyInterpreter.json(policy, message);
      case "XMLThreatProtection" -> BodyInterpreter.xml(policy, message);
      case "RegularExpressionProtection" -> patterns(policy, message);
      case "GraphQL" ->
          GraphqlInterpreter.parse(policy, message)
              .or(() -> SchemaInterpreter.verify(policy, message, this::resource));
      case "OASValidation" -> OasInterpreter.validate(policy, message, this::resource);
      case "LookupCache",
          "PopulateCache",
          "KeyValueMapOperations",
          "ServiceCallout",
          "ExtractVariables" ->
          IntrospectionInterpreter.run(policy, message);
      default -> throw new AssertionError("cannot run " + policy.getTagName());
    };
  }

  /** All match rules in the given order; the first that matches decides. */
  private static Optional<Integer> accessControl(Element policy, Message message) {
    String variable = text(children(policy, "ClientIPVariable").get(0));
    Optional<IpAddress> address =
        Optional.ofNullable(message.variables().get(variable)).flatMap(IpAddress::parse);
    if (address.isEmpty()) {
      return Optional.of(500);
    }
    Element rules = children(policy, "IPRules").get(0);
    String action = rules.getAttribute("noRuleMatchAction");
    outer:
    for (Element rule : children(rules, "MatchRule")) {
      for (Element source : children(rule, "SourceAddress")) {
        int mask = Integer.parseInt(source.getAttribute("mask"));
        if (mask < 1) {
          throw new AssertionError("mask " + mask + " is not documented for " + text(source));
        }
        if (Cidr.parse(text(source) + "/" + mask).contains(address.get())) {
          action = rule.getAttribute("action");
          break outer;
        }
      }
    }
    return action.equals("ALLOW") ? Optional.empty() : Optional.of(403);
  }

  /** It goes on, whatever it finds. */
  private static Optional<Integer> verifyKey(Element policy, Message message) {
    String variable = children(policy, "APIKey").get(0).getAttribute("ref");
    Optional.ofNullable(message.variables().get(variable))
        .flatMap(key -> Optional.ofNullable(message.keys.get(key)))
        .ifPresent(
            who -> {
              message.assign("verifyapikey." + policy.getAttribute("name") + ".client_id", who);
              message.assign("developer.app.name", who);
            });
    return Optional.empty();
  }

  /** Looks for each pattern anywhere; a variable that is not there is empty. */
  private static Optional<Integer> patterns(Element policy, Message message) {
    requireRequest(policy);
    for (Element variable : children(policy, "Variable")) {
      String name = variable.getAttribute("name");
      if (!message.variables().containsKey(name)
          && text(children(policy, "IgnoreUnresolvedVariables").get(0)).equals("false")) {
        message.assign("fault.name", "VariableResolutionFailed");
      }
      String text = message.variables().getOrDefault(name, "");
      for (Element pattern : children(variable, "Pattern")) {
        if (Pattern.compile(pattern.getTextContent()).matcher(text).find()) {
          message.assign(
              "regularexpressionprotection." + policy.getAttribute("name") + ".failed", "true");
          message.assign("fault.name", "ThreatDetected");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> raise(Element policy, Message message) {
    int status = Integer.parseInt(text(descendants(policy, "StatusCode").get(0)));
    Element payload = descendants(policy, "Payload").get(0);
    String body = payload.getTextContent();
    String begin = payload.getAttribute("variablePrefix");
    if (body.contains(begin.isEmpty() ? "{" : begin)) {
      throw new AssertionError("a variable may begin in " + body);
    }
    message.reason = text(descendants(policy, "ReasonPhrase").get(0));
    for (Element header : descendants(policy, "Header")) {
      message.shown = message.shown.append(header.getAttribute("name"), text(header));
    }
    message.answer =
        Optional.of(new Message.Answer(status, payload.getAttribute("contentType"), body));
    return Optional.of(status);
  }

  private static Optional<Integer> assign(Element policy, Message message) {
    for (Element variable : children(policy, "AssignVariable")) {
      String name = text(children(variable, "Name").get(0));
      for (Element template : children(variable, "Template")) {
        message.assign(name, message.rendered(text(template)));
      }
      for (Element ref : children(variable, "Ref")) {
        Optional.ofNullable(message.variables().get(text(ref)))
            .ifPresent(value -> message.assign(name, value));
      }
    }
    for (Element parameter : descendants(policy, "QueryParam")) {
      String name = parameter.getAttribute("name");
      message.query =
          Arrays.stream(message.query.split("&", -1))
              .filter(pair -> !pair.split("=", 2)[0].equals(name))
              .collect(Collectors.joining("&"));
    }
    // of the message of the flow, where none is named
    boolean request =
        children(policy, "AssignTo").stream()
            .map(to -> to.getAttribute("type"))
            .filter(type -> !type.isEmpty())
            .findFirst()
            .map("request"::equals)
            .orElse(message.status == 0);
    if (children(policy, "AssignTo").stream()
        .anyMatch(to -> to.getAttribute("createNew").equals("true"))) {
      if (request) {
        message.request = Headers.none();
        message.query = "";
        message.content = "";
      } else {
        message.response = Headers.none();
      }
    }
    for (String action : List.of("Remove", "Set", "Add")) {
      for (Element header : descendants(policy, "Header")) {
        if (((Element) header.getParentNode().getParentNode()).getTagName().equals(action)) {
          String name = header.getAttribute("name");
          String value = message.rendered(header.getTextContent());
          Headers headers = request ? message.request : message.response;
          Headers edited =
              switch (action) {
                case "Remove" -> headers.remove(name);
                case "Set" -> headers.set(name, value);
                default -> headers.append(name, value);
              };
          if (request) {
            message.request = edited;
          } else {
            message.response = edited;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The text of a resource, by its address. */
  private String resource(String address) {
    String path = "/resources/" + address.replace("://", "/");
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(path))
        .map(file -> new String(file.getValue().bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no resource " + address));
  }

  private Element root(String file) {
    return read.computeIfAbsent(
        file,
        name ->
            Xml.read(
                    Optional.ofNullable(files.get(name))
                        .orElseThrow(() -> new AssertionError("no file " + name))
                        .bytes())
                .orElseThrow(() -> new AssertionError("not XML: " + name)));
  }

  /** What is read of bodies is that of the request, also where no source is named. */
  static void requireRequest(Element policy) {
    for (Element source : children(policy, "Source")) {
      if (!text(source).equals("request")) {
        throw new AssertionError("no message " + text(source));
      }
    }
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  static List<Element> children(Element parent, String name) {
    return descendants(parent, name).stream().filter(e -> e.getParentNode() == parent).toList();
  }

  private static List<Element> descendants(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    var found = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
