package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import java.util.Map;
import java.util.Optional;

/** {@code fault} that answers every request as {@code accessBlock}. */
final class AccessBlockReader implements FilterReader {

  @Override
  public String family() {
    return "fault";
  }

  @Override
  public FilterReading read(Acting acting) {
    Node.Obj fault = acting.message();
    Node.Obj abort = Trees.objectAt(fault, "abort");
    if (!Trees.only(fault, "abort")) {
      return FilterReading.unsaid(
          "It is about some requests, or delays them: fields "
              + fault.without("abort").fields().keySet()
              + ".");
    }
    Fraction part = Fraction.fixed(Trees.objectAt(abort, "percentage"));
    if (abort.fields().isEmpty() || part.none()) {
      return FilterReading.nothing();
    }
    if (!part.all()) {
      return FilterReading.unsaid(
          "It answers %s requests; an accessBlock answers all.".formatted(part));
    }
    return status(fault)
        .map(
            status ->
                FilterReading.of(
                    new AccessBlock(status, "text/plain", "fault filter abort"), Map.of()))
        .orElseGet(
            () ->
                FilterReading.unsaid(
                    "It answers with no status of 400..599, or one that requests choose."));
  }

  /** The status with which everybody is answered. */
  static Optional<Integer> status(Node.Obj fault) {
    Node.Obj abort = Trees.objectAt(fault, "abort");
    if (!Trees.only(fault, "abort")
        || !Trees.only(abort, "http_status", "percentage")
        || !Fraction.fixed(Trees.objectAt(abort, "percentage")).all()) {
      return Optional.empty();
    }
    return Trees.whole(abort, "http_status")
        .filter(status -> status >= 400 && status <= 599)
        .map(Long::intValue);
  }
}
