package io.entente.simulator.apigee.proxy.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without document types and without anything from outside. */
public final class SafeXml {

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private SafeXml() {}

  /** The root element; the exception says what is wrong with the text. */
  public static Element parse(byte[] bytes) throws SAXException {
    if (bytes.length > MOST_BYTES) {
      throw new SAXException(bytes.length + " bytes are more than " + MOST_BYTES);
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new ByteArrayInputStream(bytes))).getDocumentElement();
    } catch (ParserConfigurationException | IOException impossible) {
      throw new SAXException(impossible);
    }
  }
}
