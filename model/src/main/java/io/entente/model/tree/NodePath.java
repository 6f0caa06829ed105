package io.entente.model.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path into a document: field names, array positions, or array elements found by a merge key.
 *
 * <p>Printed as {@code virtual_hosts[name=eu].routes[0].match}. Field names holding one of {@code .
 * [ ] = \\} are escaped with a backslash, so {@link #parse} reads back what {@link #toString}
 * wrote.
 */
public record NodePath(List<Segment> segments) {

  private static final NodePath ROOT = new NodePath(List.of());

  public NodePath {
    segments = List.copyOf(segments);
  }

  /** One step down. */
  public sealed interface Segment {
    record Field(String name) implements Segment {}

    record Index(int position) implements Segment {
      public Index {
        if (position < 0) {
          throw new IllegalArgumentException("position " + position + " is negative");
        }
      }
    }

    /** The array element whose {@code field} has the text {@code value}. */
    record Element(String field, String value) implements Segment {}
  }

  public static NodePath root() {
    return ROOT;
  }

  /** A path of plain fields. */
  public static NodePath of(String... fields) {
    return new NodePath(Arrays.stream(fields).map(f -> (Segment) new Segment.Field(f)).toList());
  }

  public static NodePath parse(String text) {
    return NodePathParser.parse(text);
  }

  public NodePath field(String name) {
    return then(new Segment.Field(name));
  }

  public NodePath index(int position) {
    return then(new Segment.Index(position));
  }

  public NodePath element(String field, String value) {
    return then(new Segment.Element(field, value));
  }

  public NodePath then(Segment segment) {
    var copy = new ArrayList<>(segments);
    copy.add(segment);
    return new NodePath(copy);
  }

  /** True when this path is {@code other} or lies below it. */
  public boolean startsWith(NodePath other) {
    return segments.size() >= other.segments.size()
        && segments.subList(0, other.segments.size()).equals(other.segments);
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    for (Segment segment : segments) {
      if (segment instanceof Segment.Field field) {
        if (out.length() > 0) {
          out.append('.');
        }
        out.append(NodePathParser.escape(field.name()));
      } else if (segment instanceof Segment.Index index) {
        out.append('[').append(index.position()).append(']');
      } else if (segment instanceof Segment.Element element) {
        out.append('[')
            .append(NodePathParser.escape(element.field()))
            .append('=')
            .append(NodePathParser.escape(element.value()))
            .append(']');
      }
    }
    return out.toString();
  }
}
