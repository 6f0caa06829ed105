package io.entente.translator.apigee.dialect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML of others, without DTDs and entities of their own, and escapes ours. */
public final class Xml {

  /** Bytes of the longest file that is read with bounds: 1 MiB. */
  static final int LONGEST = 1 << 20;

  private Xml() {}

  /**
   * The root element; empty when the bytes are no well-formed XML, have a DOCTYPE, or are in an
   * encoding that is unknown or not the one they declare.
   */
  public static Optional<Element> read(byte[] bytes) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
    } catch (SAXException | IOException e) {
      // of bytes in memory an IOException says that they are not in the encoding they declare
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform's XML parser does not work", e);
    }
  }

  /**
   * The root element of bytes that a gateway holds, whatever they are; empty also when they are
   * more than {@link #LONGEST} or nest deeper than {@link XmlScanner} goes.
   */
  public static Optional<Element> readBounded(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    try {
      XmlScanner.scan(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (XmlScanner.Malformed e) {
      return Optional.empty();
    }
    return read(bytes);
  }

  /** For attribute values in double quotes. */
  public static String attribute(String value) {
    return text(value).replace("\"", "&quot;");
  }

  /** For text. */
  public static String text(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The child elements of this name. */
  public static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first child element of this name. */
  public static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  /** The trimmed text of the first child of this name. */
  public static Optional<String> childText(Element parent, String name) {
    return child(parent, name).map(e -> e.getTextContent().strip()).filter(t -> !t.isEmpty());
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }
}
