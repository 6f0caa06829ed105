package io.entente.engine;

import io.entente.policy.XmlThreat;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML piece by piece, and no further than a rule allows; no entity is ever resolved. */
final class XmlText {

  private final XmlThreat rule;
  private final XMLStreamReader reader;

  /** How many children each open element has. */
  private final Deque<Integer> children = new ArrayDeque<>();

  private int text;

  private XmlText(XmlThreat rule, XMLStreamReader reader) {
    this.rule = rule;
    this.reader = reader;
  }

  /** The field of the rule that the document goes beyond, {@code doctype} or {@code malformed}. */
  static Optional<String> exceeded(XmlThreat rule, InputStream document) {
    try {
      XMLStreamReader reader = pieces().createXMLStreamReader(document);
      try {
        return new XmlText(rule, reader).read();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return Optional.of("malformed");
    }
  }

  /** A factory may not be shared by threads. */
  private static XMLInputFactory pieces() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is resolved");
        });
    return factory;
  }

  private Optional<String> read() throws XMLStreamException {
    while (reader.hasNext()) {
      Optional<String> beyond = beyond(reader.next());
      if (beyond.isPresent()) {
        return beyond;
      }
    }
    return Optional.empty();
  }

  private Optional<String> beyond(int piece) {
    switch (piece) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
        return Optional.of("doctype");
      }
      case XMLStreamConstants.START_ELEMENT -> {
        text = 0;
        return element();
      }
      case XMLStreamConstants.END_ELEMENT -> {
        text = 0;
        children.pop();
        return Optional.empty();
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        text += length(reader.getText());
        return over(text, rule.maxTextLength(), "maxTextLength");
      }
      case XMLStreamConstants.COMMENT -> {
        text = 0;
        return longer(reader.getText(), rule.maxTextLength(), "maxTextLength");
      }
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        text = 0;
        return name(reader.getPITarget())
            .or(() -> longer(reader.getPIData(), rule.maxTextLength(), "maxTextLength"));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private Optional<String> element() {
    if (!children.isEmpty()) {
      int siblings = children.pop() + 1;
      children.push(siblings);
      if (siblings > rule.maxChildren()) {
        return Optional.of("maxChildren");
      }
    }
    children.push(0);
    Optional<String> beyond =
        over(children.size(), rule.maxDepth(), "maxDepth")
            .or(() -> over(reader.getAttributeCount(), rule.maxAttributes(), "maxAttributes"))
            .or(() -> over(reader.getNamespaceCount(), rule.maxAttributes(), "maxAttributes"))
            .or(() -> name(reader.getLocalName()))
            .or(() -> name(reader.getPrefix()));
    for (int i = 0; beyond.isEmpty() && i < reader.getAttributeCount(); i++) {
      int at = i;
      beyond =
          name(reader.getAttributeLocalName(at))
              .or(() -> name(reader.getAttributePrefix(at)))
              .or(() -> value(reader.getAttributeValue(at)));
    }
    for (int i = 0; beyond.isEmpty() && i < reader.getNamespaceCount(); i++) {
      int at = i;
      beyond = name(reader.getNamespacePrefix(at)).or(() -> value(reader.getNamespaceURI(at)));
    }
    return beyond;
  }

  private Optional<String> name(@Nullable String name) {
    return longer(name, rule.maxNameLength(), "maxNameLength");
  }

  private Optional<String> value(@Nullable String value) {
    return longer(value, rule.maxAttributeLength(), "maxAttributeLength");
  }

  private static Optional<String> longer(@Nullable String text, int most, String field) {
    return over(text == null ? 0 : length(text), most, field);
  }

  private static Optional<String> over(int length, int most, String field) {
    return length > most ? Optional.of(field) : Optional.empty();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
