package io.entente.simulator.apigee.proxy.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Children, texts and attributes. */
public final class Elements {

  private Elements() {}

  public static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  public static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).toList();
  }

  public static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  /** Elements below elements, as {@code Headers} and {@code Header} are. */
  public static List<Element> nested(Element parent, String list, String item) {
    return children(parent, list).stream().flatMap(e -> children(e, item).stream()).toList();
  }

  /** Text without the space around it; empty when the child is absent or has none. */
  public static Optional<String> text(Element parent, String name) {
    return child(parent, name).map(Elements::text).filter(text -> !text.isEmpty());
  }

  public static String text(Element element) {
    return element.getTextContent().strip();
  }

  /** Empty when the attribute is absent or has no text. */
  public static Optional<String> attribute(Element element, String name) {
    return Optional.of(element.getAttribute(name).strip()).filter(text -> !text.isEmpty());
  }

  public static Optional<String> attribute(Element parent, String child, String name) {
    return child(parent, child).flatMap(e -> attribute(e, name));
  }

  /** A child's truth. */
  public static boolean truth(Element parent, String name, boolean otherwise) {
    return text(parent, name).map(Boolean::parseBoolean).orElse(otherwise);
  }
}
