package io.entente.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How large the operations of a GraphQL request may be; larger ones, and requests whose operations
 * cannot be read, are answered 400. At least one limit is given.
 *
 * @param maxDepth how deep fields may lie in fields, 1 to 1,000
 * @param maxFields how many fields an operation may have, 1 to 100,000
 * @param maxAliases how many of them may have another name, 0 to 100,000
 * @param maxFragments how many fragments a document may define, 1 to 1,000
 */
public record GraphqlLimits(
    Optional<Integer> maxDepth,
    Optional<Integer> maxFields,
    Optional<Integer> maxAliases,
    Optional<Integer> maxFragments)
    implements PolicyKind {

  /** The largest depth, and number of fragments. */
  public static final int DEEPEST = 1_000;

  /** The largest number of fields, and of aliases. */
  public static final int MOST = 100_000;

  public GraphqlLimits {
    if (Stream.of(maxDepth, maxFields, maxAliases, maxFragments).allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "no limit: give maxDepth, maxFields, maxAliases or maxFragments");
    }
    require("maxDepth", maxDepth, 1, DEEPEST);
    require("maxFields", maxFields, 1, MOST);
    require("maxAliases", maxAliases, 0, MOST);
    require("maxFragments", maxFragments, 1, DEEPEST);
  }

  @Override
  public String kindName() {
    return "graphqlLimits";
  }

  /** All hold, which is the strictest of each number. */
  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  private static void require(String what, Optional<Integer> limit, int from, int to) {
    limit
        .filter(value -> value < from || value > to)
        .ifPresent(
            value -> {
              throw new IllegalArgumentException(
                  what + " " + value + " is not in " + from + ".." + to);
            });
  }
}
