package io.entente.translator.apigee;

import io.entente.translator.testkit.DocumentMutations.Mutant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Apigee documents as the only values of an attribute, and as required, beyond what the
 * simulator looks at before a bundle is deployed.
 */
final class PolicyForm {

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "/AssignTo@type", Set.of("request", "response"),
          "/AssignTo@transport", Set.of("http"),
          "/AssignTo@createNew", Set.of("true", "false"));

  private PolicyForm() {}

  /** What is wrong with a file that has one field changed. */
  static Optional<String> wrong(Mutant mutant) {
    String path = mutant.path();
    boolean dropped = mutant.change().equals("dropped");
    // of the root element: a file, a slash, a type
    if (path.matches("[^/]+/[A-Za-z]+@name")) {
      return Optional.of("the name is required, and that of the file");
    }
    if (dropped && path.contains("/ChildCount@")) {
      return Optional.of("the published schema requires it");
    }
    return VALUES.entrySet().stream()
        .filter(known -> path.endsWith(known.getKey()) && !dropped)
        .filter(known -> !known.getValue().contains(after(mutant)))
        .map(known -> known.getKey().substring(1) + " is one of " + known.getValue())
        .findFirst();
  }

  private static String after(Mutant mutant) {
    return mutant.change().substring(mutant.change().indexOf(" -> ") + 4);
  }
}
