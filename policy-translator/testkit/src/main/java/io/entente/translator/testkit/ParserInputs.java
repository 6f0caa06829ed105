package io.entente.translator.testkit;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.document.PolicyDocuments;
import java.util.List;
import java.util.Random;

/**
 * Policy documents as people and machines send them, most of them wrong, given to the parser. Each
 * is read or refused with problems; nothing else may happen, and what was read is written so that
 * it reads as the same.
 */
public final class ParserInputs {

  private static final RandomPolicies POLICIES = new RandomPolicies(1);
  private static final int KEPT = 2_000;
  private static final long NANOS = 1_000_000;

  private ParserInputs() {}

  /**
   * @param accepted policies that were read
   * @param refused documents in which a problem was found
   * @param slowestMillis of one document
   */
  public record Count(int inputs, int accepted, int refused, long slowestMillis) {}

  /**
   * Reads that many texts.
   *
   * @throws AssertionError one was neither read nor refused, with its text
   */
  public static Count read(long seed, int inputs) {
    var random = new Random(seed);
    int accepted = 0;
    int refused = 0;
    long slowest = 0;
    for (int round = 0; round < inputs; round++) {
      boolean json = random.nextInt(4) == 0;
      String text = text(json, random);
      long began = System.nanoTime();
      try {
        accepted += read(json, text);
      } catch (ProblemException e) {
        refused++;
        if (e.problems().isEmpty()) {
          throw wrong(seed, round, text, e);
        }
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw wrong(seed, round, text, e);
      }
      slowest = Math.max(slowest, System.nanoTime() - began);
    }
    return new Count(inputs, accepted, refused, slowest / NANOS);
  }

  private static AssertionError wrong(long seed, int round, String text, Throwable cause) {
    String shown = text.length() > KEPT ? text.substring(0, KEPT) + "..." : text;
    return new AssertionError("seed %d, round %d: %s".formatted(seed, round, shown), cause);
  }

  /** How many policies the text holds. */
  private static int read(boolean json, String text) {
    List<Node> documents =
        json
            ? List.of(JsonTree.read(text, TreeLimits.DOCUMENT))
            : YamlTree.readAll(text, TreeLimits.DOCUMENT);
    for (Node document : documents) {
      Policy policy = PolicyDocuments.read(document, 1);
      Policy again = PolicyDocuments.read(PolicyDocuments.write(policy), 1);
      if (!again.equals(policy)) {
        throw new AssertionError(policy + " is read back as " + again);
      }
    }
    return documents.size();
  }

  private static String text(boolean json, Random random) {
    Node document = PolicyDocuments.write(policy(random));
    for (int i = random.nextInt(3); i > 0; i--) {
      document = ((Content.Tree) Mutations.of(new Content.Tree(document), random)).root();
    }
    String text =
        json && random.nextBoolean() ? JsonTree.write(document) : pretty(json, document, random);
    for (int i = random.nextInt(3); i > 0; i--) {
      text = TextMutations.of(text, random);
    }
    return random.nextInt(50) == 0 ? text + text : text;
  }

  /** JSON is YAML, too. */
  private static String pretty(boolean json, Node document, Random random) {
    return json || random.nextInt(4) == 0 ? JsonTree.pretty(document) : YamlTree.write(document);
  }

  private static Policy policy(Random random) {
    return Policies.of(
        "p",
        PolicySpec.Mode.values()[random.nextInt(2)],
        POLICIES.kind(random.nextInt(RandomPolicies.KINDS), random));
  }
}
