package io.entente.translator.apigee.emit;

import io.entente.translator.apigee.dialect.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An element of a document of ours; the same calls give the same text. */
public final class XmlDocument {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final String tag;
  private final String name;
  private final StringBuilder content = new StringBuilder();

  private XmlDocument(String name, String attributes) {
    this.name = name;
    this.tag = name + attributes;
  }

  public static XmlDocument of(String name) {
    return new XmlDocument(name, "");
  }

  /**
   * @param attributes name, value, name, value …
   */
  public static XmlDocument of(String name, String... attributes) {
    var text = new StringBuilder();
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(Xml.attribute(attributes[i + 1]))
          .append('"');
    }
    return new XmlDocument(name, text.toString());
  }

  /** A policy that ends the request when it fails. */
  static XmlDocument policy(String type, String policyName, String... attributes) {
    var all = new ArrayList<>(List.of("continueOnError", "false", "enabled", "true"));
    all.addAll(List.of("name", policyName));
    all.addAll(List.of(attributes));
    return of(type, all.toArray(String[]::new));
  }

  /** A policy that says whether it succeeded and lets the next Step judge. */
  static XmlDocument judged(String type, String policyName) {
    return of(type, "continueOnError", "true", "enabled", "true", "name", policyName);
  }

  public XmlDocument text(String value) {
    content.append(Xml.text(value));
    return this;
  }

  /** Text of which every blank counts, whatever the document is indented by. */
  public XmlDocument verbatim(String value) {
    content.append(Xml.text(value).replace("\n", "&#10;").replace("\t", "&#9;"));
    return this;
  }

  public XmlDocument with(String child, String value) {
    return with(of(child).text(value));
  }

  public XmlDocument with(XmlDocument child) {
    content.append('\n').append(indented(child.element()));
    return this;
  }

  /** What is already written as XML, for example Steps. */
  public XmlDocument raw(List<String> elements) {
    elements.forEach(element -> content.append('\n').append(indented(element)));
    return this;
  }

  /** As a file. */
  public String file() {
    return HEAD + element() + "\n";
  }

  private String element() {
    if (content.length() == 0) {
      return "<" + tag + "/>";
    }
    String end = content.charAt(0) == '\n' ? "\n" : "";
    return "<" + tag + ">" + content + end + "</" + name + ">";
  }

  private static String indented(String element) {
    return element.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }
}
