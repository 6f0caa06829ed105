package io.entente.model.tree;

import java.math.BigDecimal;

/**
 * The canonical text of a tree: JSON with sorted fields, no white space, exact decimals.
 *
 * <p>Secrets and pending values are written as objects with one reserved field ({@code $secret},
 * {@code $pending}); a document field that begins with {@code $} is written with a second one, so
 * no document can imitate them. Equal trees have equal text; unequal trees have unequal text. A
 * secret counts by its fingerprint; where it can be had is not part of the text.
 */
public final class CanonicalText {

  private CanonicalText() {}

  public static String of(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof Node.Obj obj) {
      writeObject(obj, out);
    } else if (node instanceof Node.Arr arr) {
      out.append('[');
      String separator = "";
      for (Node item : arr.items()) {
        out.append(separator);
        write(item, out);
        separator = ",";
      }
      out.append(']');
    } else if (node instanceof Node.Value value) {
      writeScalar(value.value(), out);
    } else if (node instanceof Node.Secret secret) {
      out.append("{\"$secret\":{\"hmac\":");
      quote(secret.hmac().hex(), out);
      out.append("}}");
    } else if (node instanceof Node.Pending pending) {
      out.append("{\"$pending\":{\"kind\":");
      quote(pending.producer().kind(), out);
      out.append(",\"nativeId\":");
      quote(pending.producer().nativeId(), out);
      out.append(",\"output\":");
      quote(pending.output(), out);
      out.append("}}");
    }
  }

  private static void writeObject(Node.Obj obj, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (var field : obj.fields().entrySet()) {
      out.append(separator);
      String name = field.getKey();
      quote(name.startsWith("$") ? "$" + name : name, out);
      out.append(':');
      write(field.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeScalar(Scalar scalar, StringBuilder out) {
    if (scalar instanceof Scalar.Text text) {
      quote(text.value(), out);
    } else if (scalar instanceof Scalar.Num num) {
      out.append(number(num.value()));
    } else if (scalar instanceof Scalar.Bool bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  /** Plain digits where that is short, else the exponent form: 1E+1000000 must not become text. */
  private static String number(BigDecimal value) {
    return Math.abs((long) value.scale()) + value.precision() <= 40
        ? value.toPlainString()
        : value.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
