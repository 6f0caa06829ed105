package io.entente.connector.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Google says of a refused call, in one bounded sentence.
 *
 * @param text never holds a token or key
 * @param status such as {@code FAILED_PRECONDITION}; empty when it is not said
 */
record GoogleMessage(String text, String status) {

  private static final int LONGEST = 2000;
  private static final TreeLimits LIMITS = new TreeLimits(1_000_000, 40);
  private static final Pattern TOKEN =
      Pattern.compile(
          "ya29\\.[\\w.-]+|(?i:bearer)\\s+[\\w.~+/=-]+|-----BEGIN [^-]+-----[^-]*(-----END"
              + " [^-]+-----)?|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

  static GoogleMessage of(String body) {
    try {
      return of(JsonTree.read(body, LIMITS));
    } catch (ProblemException e) {
      return new GoogleMessage("(no message in Google's form)", "");
    }
  }

  /** From a {@code google.rpc.Status} or from what wraps one. */
  static GoogleMessage of(Node body) {
    Node error = Trees.field(body, "error").orElse(body);
    String message = Trees.text(error, "message").orElse("(no message)");
    var said = new ArrayList<String>();
    said.add(message);
    Trees.items(Trees.field(error, "details"))
        .forEach(detail -> said.addAll(violations(detail, message)));
    return new GoogleMessage(
        bounded(String.join("; ", said)), Trees.text(error, "status").orElse(""));
  }

  static String bounded(String text) {
    String safe = TOKEN.matcher(text).replaceAll("***").replaceAll("\\p{Cntrl}+", " ").strip();
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
  }

  private static List<String> violations(Node detail, String message) {
    var found = new ArrayList<String>();
    for (String list : List.of("violations", "fieldViolations")) {
      for (Node violation : Trees.items(Trees.field(detail, list))) {
        String where =
            Trees.text(violation, "filename")
                .or(() -> Trees.text(violation, "field"))
                .or(() -> Trees.text(violation, "subject"))
                .map(place -> place + ": ")
                .orElse("");
        Optional<String> what = Trees.text(violation, "description");
        what.filter(text -> !message.contains(text)).ifPresent(text -> found.add(where + text));
      }
    }
    return found;
  }
}
