package io.entente.simulator.apigee.proxy.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds variables and calls. A brace that opens neither is text, so that JSON can be written as it
 * is.
 */
final class TemplateParser {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_.\\-]*";
  private static final Pattern VARIABLE = Pattern.compile("(" + NAME + ")(?::([^{}]*))?");
  private static final Pattern CALL = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\((.*)\\)");

  private TemplateParser() {}

  static List<Part> parse(String text, String open, String close) {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Optional<Part> part = Optional.empty();
      int end = -1;
      if (text.startsWith(open, at)) {
        end = end(text, at + open.length(), close);
        part = end < 0 ? part : expression(text.substring(at + open.length(), end));
      }
      if (part.isPresent()) {
        parts.add(new Part.Literal(literal.toString()));
        literal.setLength(0);
        parts.add(part.get());
        at = end + close.length();
      } else {
        literal.append(text.charAt(at++));
      }
    }
    parts.add(new Part.Literal(literal.toString()));
    return List.copyOf(parts);
  }

  /** The next closing mark outside of single quotes; an expression has no line break. */
  private static int end(String text, int from, String close) {
    boolean quoted = false;
    for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (!quoted && text.startsWith(close, i)) {
        return i;
      }
      if (text.charAt(i) == '\'') {
        quoted = !quoted;
      }
    }
    return -1;
  }

  private static Optional<Part> expression(String text) {
    Matcher variable = VARIABLE.matcher(text);
    if (variable.matches()) {
      return Optional.of(
          new Part.Variable(variable.group(1), Optional.ofNullable(variable.group(2))));
    }
    Matcher call = CALL.matcher(text);
    if (!call.matches() || !TemplateFunctions.knows(call.group(1))) {
      return Optional.empty();
    }
    var arguments = new ArrayList<Part>();
    for (String argument : split(call.group(2))) {
      Optional<Part> part = argument(argument);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(part.get());
    }
    return Optional.of(new Part.Call(call.group(1), List.copyOf(arguments)));
  }

  private static Optional<Part> argument(String text) {
    if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
      return Optional.of(new Part.Literal(text.substring(1, text.length() - 1)));
    }
    if (text.matches("-?[0-9]{1,9}")) {
      return Optional.of(new Part.Literal(text));
    }
    Matcher variable = VARIABLE.matcher(text);
    return variable.matches()
        ? Optional.of(new Part.Variable(variable.group(1), Optional.ofNullable(variable.group(2))))
        : Optional.empty();
  }

  private static List<String> split(String text) {
    var arguments = new ArrayList<String>();
    if (text.isEmpty()) {
      return arguments;
    }
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\'') {
        quoted = !quoted;
      } else if (text.charAt(i) == ',' && !quoted) {
        arguments.add(text.substring(start, i));
        start = i + 1;
      }
    }
    arguments.add(text.substring(start));
    return arguments;
  }
}
