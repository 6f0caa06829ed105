package io.entente.simulator.kong.proxy.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One path of a route: a textual prefix, or after {@code ~} a regular expression. */
final class PathPattern {

  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?P?<([A-Za-z_][A-Za-z0-9_]*)>");

  private final String text;
  private final Optional<Pattern> regex;
  private final List<String> names = new ArrayList<>();

  PathPattern(String path) {
    this.text = path;
    this.regex = path.startsWith("~") ? Optional.of(compile(path.substring(1))) : Optional.empty();
  }

  boolean isRegex() {
    return regex.isPresent();
  }

  int length() {
    return text.length();
  }

  /** What of {@code path} this takes, with captures; empty when it does not match. */
  Optional<Taken> take(String path) {
    if (regex.isEmpty()) {
      return path.startsWith(text) ? Optional.of(new Taken(text, Map.of())) : Optional.empty();
    }
    Matcher matcher = regex.get().matcher(path);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    var captures = new LinkedHashMap<String, String>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        captures.put(String.valueOf(i), matcher.group(i));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      String value = matcher.group("g" + i);
      if (value != null) {
        captures.put(names.get(i), value);
      }
    }
    return Optional.of(new Taken(matcher.group(), captures));
  }

  // Java allows no underscore in group names; the names are kept aside.
  private Pattern compile(String source) {
    Matcher groups = NAMED_GROUP.matcher(source);
    var out = new StringBuilder();
    while (groups.find()) {
      groups.appendReplacement(out, "(?<g" + names.size() + ">");
      names.add(groups.group(1));
    }
    groups.appendTail(out);
    return Pattern.compile(out.toString());
  }

  record Taken(String part, Map<String, String> captures) {}
}
