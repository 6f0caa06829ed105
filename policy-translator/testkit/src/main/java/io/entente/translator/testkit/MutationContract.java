package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A deliberately wrong translator is noticed: of the documents that differ from the emitted ones in
 * one field, at least 95 % are caught, by the vendor's schema, by what an exchange meets or by
 * another judge, and of each that is not it is said why. All are in a file below {@code target}.
 */
public abstract class MutationContract {

  /** Of a survivor of which nobody knows why; there must be none. */
  public static final String UNEXPLAINED = "unexplained";

  private static final long SEED = 20261122;

  /** What came of a changed document. */
  public enum Fate {
    /** Somebody noticed. */
    CAUGHT,
    /** It is no change: the gateway makes the same of both. */
    SAME,
    /** By the vendor's documents the field does nothing beside the others; not counted. */
    INERT,
    /** Nobody noticed. */
    SURVIVED
  }

  /**
   * @param why who noticed, or why nobody can
   */
  public record Outcome(Fate fate, String why) {}

  private static final class Tally {
    private int caught;
    private int survived;
    private int same;
    private int inert;
  }

  /** An enforcing policy of any kind that is judged, with numbers that few exchanges reach. */
  protected abstract Policy any(Random random);

  /** The kinds that are judged. */
  protected abstract Set<String> kinds();

  protected abstract Translation translate(List<Policy> policies);

  protected abstract int rounds();

  /** How many changes of one document are judged, at most. */
  protected abstract int mostOfOne();

  /** Of a hundred changes, how many are caught at least. */
  protected int fewestPercent() {
    return 95;
  }

  /** The file below {@code target} that lists every change. */
  protected String report() {
    return "mutations.txt";
  }

  /** Judges the documents of one policy; the unchanged ones first, which must please. */
  protected abstract Judge judge(Policy policy, Translation translation);

  /**
   * A document with one field changed.
   *
   * @param key of the object
   */
  public record Candidate(ObjectKey key, Mutant mutant) {}

  /** Who judges the documents of one policy. */
  public interface Judge {

    /** All that will be asked for, for who judges several at once. */
    default void expect(List<Candidate> candidates) {}

    /** What comes of the documents with one of them changed. */
    Outcome of(ObjectKey key, Mutant mutant);
  }

  @Test
  public void atLeast95PercentOfWrongFieldsAreCaught() throws IOException {
    var random = new Random(SEED);
    var tallies = new TreeMap<String, Tally>();
    var lines = new ArrayList<String>();
    for (int round = 0; round < rounds(); round++) {
      Policy policy = any(random);
      Translation translation = translate(List.of(policy));
      if (!translation.refusals().isEmpty() || translation.objects().isEmpty()) {
        continue;
      }
      String kind = policy.spec().kind().kindName();
      Judge judge = judge(policy, translation);
      var candidates = new ArrayList<Candidate>();
      for (var object : translation.objects().entrySet()) {
        for (Mutant mutant : some(mutants(object.getValue(), translation, random), random)) {
          candidates.add(new Candidate(object.getKey(), mutant));
        }
      }
      judge.expect(candidates);
      for (Candidate candidate : candidates) {
        Mutant mutant = candidate.mutant();
        Outcome outcome = judge.of(candidate.key(), mutant);
        count(tallies.computeIfAbsent(kind, k -> new Tally()), outcome.fate());
        lines.add(
            "%s %s %s (%s): %s"
                .formatted(outcome.fate(), kind, mutant.path(), mutant.change(), outcome.why()));
      }
    }
    String summary = summary(tallies);
    Collections.sort(lines);
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", report()), summary + "\n" + String.join("\n", lines) + "\n");
    int caught = tallies.values().stream().mapToInt(tally -> tally.caught).sum();
    int survived = tallies.values().stream().mapToInt(tally -> tally.survived).sum();
    assertThat(tallies.keySet()).as(summary).isEqualTo(kinds());
    assertThat(caught * 100)
        .as(
            "%s%s",
            summary,
            String.join("\n", lines.stream().filter(l -> l.startsWith("SURVIVED")).toList()))
        .isGreaterThanOrEqualTo((caught + survived) * fewestPercent());
    assertThat(lines.stream().filter(line -> line.endsWith(UNEXPLAINED))).isEmpty();
    assertThat(caught).isGreaterThan(rounds());
  }

  /** What could have been written in place of an object; nothing where it is no tree. */
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    return object.content() instanceof Content.Tree tree
        ? DocumentMutations.of(tree.root(), random)
        : List.of();
  }

  private List<Mutant> some(List<Mutant> mutants, Random random) {
    var all = new ArrayList<>(mutants);
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(mostOfOne(), all.size()));
  }

  private static void count(Tally tally, Fate fate) {
    switch (fate) {
      case CAUGHT -> tally.caught++;
      case SAME -> tally.same++;
      case INERT -> tally.inert++;
      case SURVIVED -> tally.survived++;
    }
  }

  private static String summary(TreeMap<String, Tally> tallies) {
    var text = new StringBuilder("kind caught/changed, inert, same\n");
    tallies.forEach(
        (kind, tally) ->
            text.append(
                "%s %d/%d, %d, %d%n"
                    .formatted(
                        kind,
                        tally.caught,
                        tally.caught + tally.survived,
                        tally.inert,
                        tally.same)));
    return text.toString();
  }
}
