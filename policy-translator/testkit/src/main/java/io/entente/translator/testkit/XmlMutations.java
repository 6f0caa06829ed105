package io.entente.translator.testkit;

import io.entente.model.tree.Node;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.SAXException;

/**
 * What a wrong translator could have written into an XML file: each text and each attribute is
 * changed once, each attribute and each element below the root is left out once.
 */
public final class XmlMutations {

  private final String name;
  private final String text;
  private final Random random;
  private final List<Mutant> mutants = new ArrayList<>();

  private XmlMutations(String name, String text, Random random) {
    this.name = name;
    this.text = text;
    this.random = random;
  }

  /** All of a file; the document of each is its whole text, the path begins with its name. */
  public static List<Mutant> of(String name, String text, Random random) {
    var mutations = new XmlMutations(name, text, random);
    Document document = parsed(text);
    int elements = document.getElementsByTagName("*").getLength();
    for (int i = 0; i < elements; i++) {
      mutations.element(document, i);
    }
    return mutations.mutants;
  }

  private void element(Document document, int at) {
    Element element = element(document, at, e -> {});
    String path = name + path(element);
    if (at > 0) {
      add(path, "dropped", at, e -> e.getParentNode().removeChild(e));
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String key = attribute.getName();
      String other = other(attribute.getValue());
      add(path + "@" + key, "dropped", at, e -> e.removeAttribute(key));
      add(
          path + "@" + key,
          attribute.getValue() + " -> " + other,
          at,
          e -> e.setAttribute(key, other));
    }
    String before = element.getTextContent();
    if (element.getElementsByTagName("*").getLength() == 0 && !before.isEmpty()) {
      String other = other(before);
      add(path, before + " -> " + other, at, e -> e.setTextContent(other));
    }
  }

  private String other(String value) {
    return switch (value) {
      case "true" -> "false";
      case "false" -> "true";
      default -> DocumentMutations.otherText(value, random);
    };
  }

  private void add(String path, String change, int at, Consumer<Element> how) {
    Document copy = parsed(text);
    element(copy, at, how);
    mutants.add(new Mutant(path, change, Node.text(written(copy))));
  }

  private static Element element(Document document, int at, Consumer<Element> how) {
    var element = (Element) document.getElementsByTagName("*").item(at);
    how.accept(element);
    return element;
  }

  private static String path(Element element) {
    var path = new StringBuilder();
    for (org.w3c.dom.Node node = element; node instanceof Element e; node = e.getParentNode()) {
      path.insert(0, "/" + e.getTagName());
    }
    return path.toString();
  }

  private static Document parsed(String text) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String written(Document document) {
    try {
      var out = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new AssertionError(e);
    }
  }
}
