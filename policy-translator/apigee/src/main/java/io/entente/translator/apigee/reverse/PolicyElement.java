package io.entente.translator.apigee.reverse;

import io.entente.translator.apigee.dialect.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** An element of a native policy; whatever is asked of it, it says what it cannot be. */
final class PolicyElement {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Element element;

  PolicyElement(Element element) {
    this.element = element;
  }

  String name() {
    return element.getTagName();
  }

  /** Refuses whatever else is there, for it may change the meaning. */
  void only(Set<String> attributes, Set<String> children) throws Unsaid {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Attr attribute && !attributes.contains(attribute.getName())) {
        throw new Unsaid(
            "has %s of %s, which no policy says".formatted(attribute.getName(), name()));
      }
    }
    for (PolicyElement child : children()) {
      if (!children.contains(child.name())) {
        throw new Unsaid("has %s, which no policy says".formatted(child.name()));
      }
    }
  }

  List<PolicyElement> children() {
    var found = new ArrayList<PolicyElement>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        found.add(new PolicyElement(child));
      }
    }
    return found;
  }

  List<PolicyElement> children(String name) {
    return Xml.children(element, name).stream().map(PolicyElement::new).toList();
  }

  Optional<PolicyElement> child(String name) throws Unsaid {
    List<PolicyElement> found = children(name);
    if (found.size() > 1) {
      throw new Unsaid("has %s %d times".formatted(name, found.size()));
    }
    return found.stream().findFirst();
  }

  Optional<String> attribute(String name) {
    return Optional.of(element.getAttribute(name).strip()).filter(value -> !value.isEmpty());
  }

  /** The text as written, blanks included. */
  String verbatim() {
    return element.getTextContent();
  }

  String text() {
    return element.getTextContent().strip();
  }

  /** The text of a child that holds nothing else; empty where it is absent or empty. */
  Optional<String> value(String child) throws Unsaid {
    Optional<PolicyElement> found = child(child);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> variable = found.get().attribute("ref");
    if (variable.isPresent()) {
      throw new Unsaid(
          "takes %s from the flow variable %s, whose value is not known here"
              .formatted(child, variable.get()));
    }
    found.get().only(Set.of(), Set.of());
    return Optional.of(found.get().text()).filter(text -> !text.isEmpty());
  }

  boolean flag(String child, boolean otherwise) throws Unsaid {
    Optional<String> text = value(child);
    if (text.isEmpty()) {
      return otherwise;
    }
    return switch (text.get()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unsaid("has %s %s, neither true nor false".formatted(child, text.get()));
    };
  }

  static long number(String what, String text) throws Unsaid {
    if (!NUMBER.matcher(text).matches()) {
      throw new Unsaid("has %s '%s', which is no whole number".formatted(what, text));
    }
    return Long.parseLong(text);
  }
}
