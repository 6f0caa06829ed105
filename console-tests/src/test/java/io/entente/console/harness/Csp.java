package io.entente.console.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a content security policy must say. */
final class Csp {

  private Csp() {}

  /** What is wrong with a header's text; empty when nothing is. */
  static List<String> complaints(String policy) {
    Map<String, List<String>> directives = new HashMap<>();
    for (String directive : policy.split(";")) {
      List<String> words = List.of(directive.strip().split("\\s+"));
      directives.put(words.get(0), words.subList(1, words.size()));
    }
    var complaints = new ArrayList<String>();
    if (!directives.getOrDefault("default-src", List.of()).equals(List.of("'none'"))) {
      complaints.add("default-src is not 'none' in: " + policy);
    }
    if (!directives.getOrDefault("script-src", List.of()).equals(List.of("'self'"))) {
      complaints.add("scripts are not the hub's own alone in: " + policy);
    }
    if (!directives.getOrDefault("connect-src", List.of()).equals(List.of("'self'"))) {
      complaints.add("calls may go elsewhere in: " + policy);
    }
    return complaints;
  }
}
