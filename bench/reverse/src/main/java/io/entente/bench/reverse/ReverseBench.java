package io.entente.bench.reverse;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.translator.testkit.ParserInputs;
import io.entente.translator.testkit.ReadingCount;
import io.entente.translator.testkit.ReverseContract;
import io.entente.translator.testkit.RoundTripCount;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ReverseBench PARTY FILE POLICIES INPUTS}, in the folder of the party's translator: prints,
 * and writes the figures as JSON. Each kind of place of a vendor gets all policies and its share of
 * the inputs. Fails with the seed and the round of what did not hold.
 */
public final class ReverseBench {

  /** No other than that of any test, so that more is tried. */
  private static final long SEED = 4_711;

  private static final String PARSER = "parser";

  private final TreeMap<String, Node> figures = new TreeMap<>();

  private ReverseBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("wanted: PARTY FILE POLICIES INPUTS");
    }
    String party = arguments[0];
    var bench = new ReverseBench();
    int policies = Integer.parseInt(arguments[2]);
    int inputs = Integer.parseInt(arguments[3]);
    bench.note("seed", SEED);
    if (party.equals(PARSER)) {
      bench.parser(inputs);
    } else {
      Map<String, ReverseContract> lanes = Lanes.of(party);
      for (Map.Entry<String, ReverseContract> lane : lanes.entrySet()) {
        bench.lane(lane.getKey(), lane.getValue(), policies, inputs / lanes.size());
      }
    }
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JsonTree.pretty(Node.obj(bench.figures)) + "\n");
  }

  private void parser(int inputs) {
    long begun = System.nanoTime();
    ParserInputs.Count count = ParserInputs.read(SEED, inputs);
    note("parser.inputs", count.inputs());
    note("parser.accepted", count.accepted());
    note("parser.refused", count.refused());
    note("parser.slowestMillis", count.slowestMillis());
    seconds("parser.seconds", begun);
  }

  private void lane(String lane, ReverseContract contract, int policies, int inputs)
      throws IOException {
    long begun = System.nanoTime();
    RoundTripCount trips = contract.roundTrips(SEED, policies);
    note(lane + ".roundTrip.policies", trips.policies());
    note(lane + ".roundTrip.refused", trips.refused());
    note(lane + ".roundTrip.compared", trips.compared());
    note(lane + ".roundTrip.kinds", trips.kinds().size());
    seconds(lane + ".roundTrip.seconds", begun);
    begun = System.nanoTime();
    ReadingCount readings = contract.staysCalm(SEED, inputs);
    note(lane + ".changed.inputs", readings.inputs());
    note(lane + ".changed.objects", readings.objects());
    note(lane + ".changed.expressed", readings.expressed());
    note(lane + ".changed.remainder", readings.remainder());
    note(lane + ".changed.found", readings.found());
    seconds(lane + ".changed.seconds", begun);
  }

  private void note(String name, long figure) {
    note(name, BigDecimal.valueOf(figure));
  }

  private void seconds(String name, long begun) {
    note(
        name,
        BigDecimal.valueOf((System.nanoTime() - begun) / 1e9).setScale(1, RoundingMode.HALF_UP));
  }

  private void note(String name, BigDecimal figure) {
    System.out.println(name + " " + figure);
    figures.put(name, Node.number(figure));
  }
}
