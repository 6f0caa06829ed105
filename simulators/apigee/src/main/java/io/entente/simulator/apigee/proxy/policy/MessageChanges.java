package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads Set, Add, Remove and Copy, in the order of the document. */
final class MessageChanges {

  private MessageChanges() {}

  static List<MessageChange> read(Element parent) throws BadPolicy {
    var changes = new ArrayList<MessageChange>();
    for (Element action : Elements.children(parent)) {
      switch (action.getTagName()) {
        case "Set" -> values(action, true, changes);
        case "Add" -> values(action, false, changes);
        case "Remove" -> changes.addAll(RemoveAction.read(action));
        case "Copy" -> changes.addAll(CopyAction.read(action));
        default -> {
          // The caller knows the rest.
        }
      }
    }
    return List.copyOf(changes);
  }

  private static void values(Element action, boolean set, List<MessageChange> changes)
      throws BadPolicy {
    for (Element header : Elements.nested(action, "Headers", "Header")) {
      String name = name(header);
      Template value = Template.of(Elements.text(header));
      changes.add(
          (exchange, to, lenient) -> {
            String text = oneLine(value.render(exchange, lenient));
            if (set) {
              to.headers().set(name, text);
            } else {
              to.headers().add(name, text);
            }
          });
    }
    for (Element param : Elements.nested(action, "QueryParams", "QueryParam")) {
      String name = name(param);
      Template value = Template.of(Elements.text(param));
      changes.add(
          (exchange, to, lenient) -> {
            String text = value.render(exchange, lenient);
            if (set) {
              to.query().set(name, text);
            } else {
              to.query().add(name, text);
            }
          });
    }
    if (Elements.child(action, "FormParams").isPresent()) {
      throw new BadPolicy("FormParams do not run in this simulator");
    }
    if (set) {
      rest(action, changes);
    }
  }

  private static void rest(Element action, List<MessageChange> changes) {
    Elements.child(action, "Payload").ifPresent(payload -> changes.add(payload(payload)));
    Optional<Template> verb = Elements.text(action, "Verb").map(Template::of);
    verb.ifPresent(
        t ->
            changes.add(
                (exchange, to, lenient) ->
                    to.verb(t.render(exchange, lenient).strip().toUpperCase(Locale.ROOT))));
    Elements.text(action, "Path")
        .map(Template::of)
        .ifPresent(
            t ->
                changes.add(
                    (exchange, to, lenient) -> to.assignPath(t.render(exchange, lenient).strip())));
    Elements.text(action, "Version")
        .map(Template::of)
        .ifPresent(
            t ->
                changes.add(
                    (exchange, to, lenient) -> to.version(t.render(exchange, lenient).strip())));
    Elements.text(action, "StatusCode")
        .map(Template::of)
        .ifPresent(
            t ->
                changes.add(
                    (exchange, to, lenient) -> {
                      String code = t.render(exchange, lenient).strip();
                      if (code.matches("[1-9][0-9]{2}")) {
                        to.status(Integer.parseInt(code)).reason("");
                      }
                    }));
    Elements.text(action, "ReasonPhrase")
        .map(Template::of)
        .ifPresent(
            t ->
                changes.add(
                    (exchange, to, lenient) -> to.reason(oneLine(t.render(exchange, lenient)))));
  }

  private static MessageChange payload(Element payload) {
    Optional<String> type = Elements.attribute(payload, "contentType");
    String open = Elements.attribute(payload, "variablePrefix").orElse("{");
    String close = Elements.attribute(payload, "variableSuffix").orElse("}");
    Template text = Template.of(Elements.text(payload), open, close);
    return (exchange, to, lenient) -> {
      to.content(text.render(exchange, lenient));
      type.ifPresent(t -> to.headers().set("Content-Type", t));
    };
  }

  static String name(Element element) throws BadPolicy {
    return Elements.attribute(element, "name")
        .orElseThrow(() -> new BadPolicy(element.getTagName() + " has no name"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]+\\s*", " ").strip();
  }
}
