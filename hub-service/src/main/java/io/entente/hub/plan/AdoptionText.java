package io.entente.hub.plan;

import io.entente.hub.estate.ShownTree;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Drift;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stays by decision, in words and as rows. */
public final class AdoptionText {

  private static final int LONGEST = 200;

  private AdoptionText() {}

  /** {@code kept by decision of X on DATE: reason; the policy says V1, the gateway has V2}. */
  public static String sentence(Adoption held) {
    return "kept by decision of "
        + held.by()
        + " on "
        + held.at().atOffset(ZoneOffset.UTC).toLocalDate()
        + ": "
        + held.reason()
        + "; at "
        + held.key()
        + (held.path().segments().isEmpty() ? "" : " " + held.path())
        + " the policy says "
        + value(held.wanted())
        + ", the gateway has "
        + value(held.found());
  }

  /** Rows of a plan or an explanation. */
  public static Node held(List<Adoption> adoptions) {
    return Node.arr(adoptions.stream().map(held -> row(held, sentence(held))).toList());
  }

  /** Decisions that act no longer. */
  public static Node ended(List<Adopted.Ended> ended) {
    return Node.arr(ended.stream().map(AdoptionText::row).toList());
  }

  /** Of the drift that a plan undoes, what somebody decided to ignore. */
  static Node ignored(List<Drift> undone, List<DecidedDrift.Ignored> ignored) {
    return Node.arr(
        ignored.stream()
            .filter(
                one ->
                    undone.stream()
                        .anyMatch(d -> d.key().equals(one.key()) && d.path().equals(one.path())))
            .map(AdoptionText::row)
            .toList());
  }

  /** A value in one short line; secrets by reference. */
  public static String value(Optional<Node> node) {
    if (node.isEmpty()) {
      return "nothing";
    }
    Node shown = ShownTree.of(node.get());
    String text =
        shown instanceof Node.Value value && value.value() instanceof Scalar.Text plain
            ? plain.value()
            : JsonTree.write(shown);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static Node row(DecidedDrift.Ignored ignored) {
    return Node.obj(
        Map.of(
            "decision", Node.number(ignored.id()),
            "object", Node.text(ignored.key().toString()),
            "path", Node.text(ignored.path().toString()),
            "text",
                Node.text(
                    "drift ignored by decision of "
                        + ignored.by()
                        + " until "
                        + ignored.until()
                        + ": "
                        + ignored.reason()
                        + "; this plan puts ours back all the same")));
  }

  private static Node row(Adopted.Ended ended) {
    String why =
        switch (ended.why()) {
          case OVERTAKEN -> "the documents want something else there now";
          case GONE -> "the documents want nothing there any more";
        };
    var row =
        row(ended.adoption(), "no longer " + sentence(ended.adoption()) + "; ended because " + why);
    return row.with("why", Node.text(ended.why().name()));
  }

  private static Node.Obj row(Adoption held, String sentence) {
    var fields = new TreeMap<String, Node>();
    fields.put("decision", Node.number(held.id()));
    fields.put("object", Node.text(held.key().toString()));
    fields.put("path", Node.text(held.path().toString()));
    fields.put("by", Node.text(held.by()));
    fields.put("at", Node.text(held.at().toString()));
    fields.put("reason", Node.text(held.reason()));
    fields.put("policyValue", Node.text(value(held.wanted())));
    fields.put("gatewayValue", Node.text(value(held.found())));
    fields.put("text", Node.text(sentence));
    return Node.obj(fields);
  }
}
