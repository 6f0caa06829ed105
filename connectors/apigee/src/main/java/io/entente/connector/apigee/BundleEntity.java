package io.entente.connector.apigee;

import io.entente.model.tree.Node;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the organisation says of a proxy or shared flow.
 *
 * @param name its name
 * @param revisions newest first
 * @param createdAt tells it from a former one of the same name
 * @param lastModifiedAt moves when a revision that is not deployed is edited in place
 * @param raw everything it said
 */
record BundleEntity(
    String name, List<String> revisions, String createdAt, String lastModifiedAt, Node raw) {

  private static final Comparator<String> NEWEST =
      Comparator.comparing((String revision) -> new BigInteger(revision)).reversed();

  BundleEntity {
    revisions = List.copyOf(revisions);
  }

  /** Empty when it has no name, or a revision is no number. */
  static Optional<BundleEntity> of(Node raw) {
    List<String> revisions =
        Trees.items(Trees.field(raw, "revision")).stream()
            .flatMap(node -> Trees.text(node).stream())
            .toList();
    if (!revisions.stream().allMatch(revision -> revision.matches("\\d{1,18}"))) {
      return Optional.empty();
    }
    Node meta = Trees.field(raw, "metaData").orElseGet(Node::obj);
    return Trees.text(raw, "name")
        .map(
            name ->
                new BundleEntity(
                    name,
                    revisions.stream().sorted(NEWEST).toList(),
                    Trees.text(meta, "createdAt").orElse(""),
                    Trees.text(meta, "lastModifiedAt").orElse(""),
                    raw));
  }

  Optional<String> latest() {
    return revisions.stream().findFirst();
  }

  /** Made after {@code revision}, newest first. */
  List<String> newerThan(String revision) {
    return revisions.stream().filter(other -> NEWEST.compare(other, revision) < 0).toList();
  }
}
