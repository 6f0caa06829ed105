package io.entente.policy.document;

import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.document.TrafficLogShape.Record;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A sample has its number, and nothing else has one. */
record OneInRule() implements Rule {

  private static final String SAMPLE = "errorsAndSample";

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    NodePath at = path.field("oneIn");
    boolean sampled =
        values.find(TrafficLogShape.RECORD).filter(Record.ERRORS_AND_SAMPLE::equals).isPresent();
    if (sampled && !values.written("oneIn")) {
      add(findings, at, "is needed by a sample", "Write oneIn, or leave record out");
    }
    if (!sampled && values.written("oneIn") && values.find(TrafficLogShape.RECORD).isPresent()) {
      add(findings, at, "is of a sample only", "Set record to " + SAMPLE + ", or leave oneIn out");
    }
    values
        .find(TrafficLogShape.ONE_IN)
        .filter(oneIn -> !ErrorsAndSample.possible(oneIn))
        .ifPresent(
            oneIn ->
                findings.invalid(
                    at,
                    values.source(TrafficLogShape.ONE_IN),
                    "a divisor of " + ErrorsAndSample.WHOLE + ", for example 10 or 100"));
  }

  private static void add(Findings findings, NodePath at, String why, String next) {
    findings.add(Problem.user("INVALID_VALUE", at + " " + why, at.toString(), next));
  }

  @Override
  public String says() {
    return "oneIn is written where record is errorsAndSample, and only there; it divides 1000000.";
  }

  @Override
  public Node.Obj schema() {
    Node sample = Node.obj(Map.of("record", Node.obj(Map.of("const", Node.text(SAMPLE)))));
    Node number = Node.arr(List.of(Node.text("oneIn")));
    return Node.obj(
        Map.of(
            "if",
            Node.obj(
                Map.of("required", Node.arr(List.of(Node.text("record"))), "properties", sample)),
            "then",
            Node.obj(
                Map.of(
                    "required",
                    number,
                    "properties",
                    Node.obj(Map.of("oneIn", Node.obj(Map.of("enum", divisors())))))),
            "else",
            Node.obj(Map.of("not", Node.obj(Map.of("required", number))))));
  }

  private static Node divisors() {
    return Node.arr(
        IntStream.rangeClosed(2, ErrorsAndSample.WHOLE)
            .filter(ErrorsAndSample::possible)
            .mapToObj(Node::number)
            .toList());
  }
}
