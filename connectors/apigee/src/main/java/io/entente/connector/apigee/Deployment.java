package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * A revision that an environment runs, or is about to.
 *
 * @param name of the proxy or shared flow
 * @param environment where
 * @param revision its number
 * @param serviceAccount it runs as; has to be repeated whenever another revision takes its place
 * @param state as Apigee says; lists do not say it
 * @param errors in Apigee's words
 * @param instances with what each of them runs
 * @param startedAt epoch milliseconds; 0 when it is not told
 */
record Deployment(
    String name,
    String environment,
    String revision,
    Optional<String> serviceAccount,
    Optional<String> state,
    List<String> errors,
    List<Instance> instances,
    long startedAt) {

  /**
   * What one instance runs.
   *
   * @param share of the instance's runtimes that run the revision, 0 to 100
   */
  record Instance(String name, int share) {}

  Deployment {
    errors = List.copyOf(errors);
    instances = List.copyOf(instances);
  }

  /** Empty when it names no proxy or revision. */
  static Optional<Deployment> of(Node raw) {
    var name = Trees.text(raw, "apiProxy").filter(text -> !text.isBlank());
    var revision = Trees.text(raw, "revision").filter(text -> text.matches("\\d{1,18}"));
    if (name.isEmpty() || revision.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Deployment(
            name.get(),
            Trees.text(raw, "environment").orElse(""),
            revision.get(),
            account(raw),
            Trees.text(raw, "state").filter(text -> !text.isBlank()),
            Trees.items(Trees.field(raw, "errors")).stream()
                .map(error -> GoogleMessage.of(error).text())
                .toList(),
            Trees.items(Trees.field(raw, "instances")).stream()
                .flatMap(node -> instance(node, revision.get()).stream())
                .toList(),
            Trees.text(raw, "deployStartTime")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L)));
  }

  /** Apigee names it with its project; a deployment takes its address alone. */
  private static Optional<String> account(Node raw) {
    return Trees.text(raw, "serviceAccount")
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .filter(text -> !text.isBlank());
  }

  boolean ready() {
    return state.equals(Optional.of("READY"));
  }

  boolean failed() {
    return state.equals(Optional.of("ERROR"));
  }

  private static Optional<Instance> instance(Node raw, String revision) {
    int share =
        Trees.items(Trees.field(raw, "deployedRevisions")).stream()
            .filter(node -> Trees.text(node, "revision").equals(Optional.of(revision)))
            .mapToInt(node -> Trees.number(node, "percentage").orElse(100))
            .sum();
    return Trees.text(raw, "instance").map(name -> new Instance(name, Math.min(100, share)));
  }
}
