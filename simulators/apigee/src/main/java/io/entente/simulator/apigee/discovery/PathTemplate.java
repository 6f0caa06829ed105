package io.entente.simulator.apigee.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path like {@code v1/organizations/{organizationsId}/apis/{apisId}:move}. */
final class PathTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  private final List<Pattern> segments = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private final int literals;

  PathTemplate(String flatPath) {
    int literalCount = 0;
    for (String segment : flatPath.split("/")) {
      Matcher variable = VARIABLE.matcher(segment);
      if (variable.find()) {
        variables.add(variable.group(1));
        String rest = segment.substring(variable.end());
        segments.add(Pattern.compile("(.+)" + Pattern.quote(rest)));
        literalCount += rest.isEmpty() ? 0 : 1;
      } else {
        segments.add(Pattern.compile(Pattern.quote(segment)));
        literalCount += 2;
      }
    }
    this.literals = literalCount;
  }

  /** The more, the more exact: a fixed word beats a variable. */
  int literals() {
    return literals;
  }

  /** Values of the variables; empty when the path is another. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    int variable = 0;
    for (int i = 0; i < path.size(); i++) {
      Matcher matcher = segments.get(i).matcher(path.get(i));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      if (matcher.groupCount() == 1) {
        values.put(variables.get(variable++), matcher.group(1));
      }
    }
    return Optional.of(values);
  }
}
