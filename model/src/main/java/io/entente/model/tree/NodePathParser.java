package io.entente.model.tree;

import java.util.ArrayList;

/** Reads and escapes the printed form of {@link NodePath}. */
final class NodePathParser {

  private static final String SPECIAL = ".[]=\\";

  /** Stands for a name of no characters, which otherwise could not be told from the root. */
  private static final String EMPTY = "\\e";

  private final String text;
  private int at;

  private NodePathParser(String text) {
    this.text = text;
  }

  static NodePath parse(String text) {
    return new NodePathParser(text).path();
  }

  static String escape(String name) {
    if (name.isEmpty()) {
      return EMPTY;
    }
    var out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private NodePath path() {
    var segments = new ArrayList<NodePath.Segment>();
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        at++;
        segments.add(bracket());
      } else {
        if (!segments.isEmpty()) {
          expect('.');
        }
        segments.add(new NodePath.Segment.Field(word()));
      }
    }
    return new NodePath(segments);
  }

  private NodePath.Segment bracket() {
    String first = word();
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      String value = word();
      expect(']');
      return new NodePath.Segment.Element(first, value);
    }
    expect(']');
    try {
      return new NodePath.Segment.Index(Integer.parseInt(first));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "path '" + text + "': '" + first + "' in brackets is not a position", e);
    }
  }

  private String word() {
    var out = new StringBuilder();
    if (text.startsWith(EMPTY, at)) {
      at += EMPTY.length();
      return "";
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        out.append(text.charAt(at + 1));
        at += 2;
      } else if (SPECIAL.indexOf(c) >= 0) {
        break;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw new IllegalArgumentException("path '" + text + "': '" + c + "' expected at " + at);
    }
    at++;
  }
}
