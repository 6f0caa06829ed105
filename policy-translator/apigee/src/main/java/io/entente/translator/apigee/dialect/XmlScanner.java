package io.entente.translator.apigee.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds where elements stand in a text, so that a part can be cut out and put back to the letter; a
 * parser would not tell. Knows comments, CDATA and processing instructions; refuses a DOCTYPE, for
 * nothing here expands entities.
 */
final class XmlScanner {

  private static final int DEEPEST = 100;

  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<XmlElement> roots = new ArrayList<>();
  private int at;

  private XmlScanner(String text) {
    this.text = text;
  }

  /** An element whose closing tag is still to come. */
  private record Open(String name, int start, int inner, List<XmlElement> children) {}

  /** Says what is not well-formed. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    Malformed(String what) {
      super(what);
      this.what = what;
    }

    /** Completes "the file ...". */
    String what() {
      return what;
    }
  }

  /** The root element. */
  static XmlElement scan(String text) throws Malformed {
    return new XmlScanner(text).root();
  }

  private XmlElement root() throws Malformed {
    for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      if (text.startsWith("<!--", at)) {
        at = after("-->", at + 4, "comment");
      } else if (text.startsWith("<![CDATA[", at)) {
        at = after("]]>", at + 9, "CDATA section");
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at + 2, "processing instruction");
      } else if (text.startsWith("<!", at)) {
        throw new Malformed("has a DOCTYPE");
      } else if (text.startsWith("</", at)) {
        close();
      } else {
        open();
      }
    }
    if (!open.isEmpty()) {
      throw new Malformed("does not close element " + open.element().name());
    }
    if (roots.size() != 1) {
      throw new Malformed("has " + roots.size() + " root elements");
    }
    return roots.get(0);
  }

  private void open() throws Malformed {
    int start = at;
    int end = tagEnd(start + 1);
    boolean selfClosing = text.charAt(end - 1) == '/';
    String name = name(start + 1, selfClosing ? end - 1 : end);
    at = end + 1;
    if (selfClosing) {
      siblings().add(new XmlElement(name, start, at, at, at, true, List.of()));
      return;
    }
    if (open.size() >= DEEPEST) {
      throw new Malformed("nests deeper than " + DEEPEST);
    }
    open.push(new Open(name, start, at, new ArrayList<>()));
  }

  private void close() throws Malformed {
    int start = at;
    int end = tagEnd(start + 2);
    String name = name(start + 2, end);
    Open opened = open.poll();
    if (opened == null || !opened.name().equals(name)) {
      throw new Malformed("closes element " + name + " that is not open");
    }
    at = end + 1;
    siblings()
        .add(
            new XmlElement(
                name, opened.start(), opened.inner(), start, at, false, opened.children()));
  }

  private List<XmlElement> siblings() {
    Open parent = open.peek();
    return parent == null ? roots : parent.children();
  }

  private String name(int from, int to) throws Malformed {
    int end = from;
    while (end < to && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      throw new Malformed("has a tag without a name");
    }
    return text.substring(from, end);
  }

  /** Position of the {@code >} that ends a tag; attribute values may hold others. */
  private int tagEnd(int from) throws Malformed {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '<') {
        break;
      } else if (c == '>') {
        return i;
      }
    }
    throw new Malformed("has a tag that does not end");
  }

  private int after(String end, int from, String what) throws Malformed {
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw new Malformed("has a " + what + " that does not end");
    }
    return found + end.length();
  }
}
