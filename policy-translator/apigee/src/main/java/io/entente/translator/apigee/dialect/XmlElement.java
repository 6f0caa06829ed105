package io.entente.translator.apigee.dialect;

import java.util.List;
import java.util.Optional;

/**
 * Where an element stands in the text of its file.
 *
 * @param name as written, with its prefix
 * @param start of the opening tag
 * @param inner right after the opening tag
 * @param innerEnd right before the closing tag; {@code inner} of a self-closing element
 * @param end right after the closing tag
 * @param selfClosing written {@code <a/>}
 * @param children in order
 */
record XmlElement(
    String name,
    int start,
    int inner,
    int innerEnd,
    int end,
    boolean selfClosing,
    List<XmlElement> children) {

  XmlElement {
    children = List.copyOf(children);
  }

  /** The first child of this name. */
  Optional<XmlElement> child(String childName) {
    return children.stream().filter(c -> c.name().equals(childName)).findFirst();
  }

  String content(String text) {
    return text.substring(inner, innerEnd);
  }

  String whole(String text) {
    return text.substring(start, end);
  }
}
