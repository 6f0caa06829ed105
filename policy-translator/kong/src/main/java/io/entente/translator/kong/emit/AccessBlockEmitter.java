package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/** {@code accessBlock} as request-termination. */
public final class AccessBlockEmitter implements KindEmitter {

  public static final String PLUGIN = "request-termination";

  /** Kong refuses an empty body, and without one writes a message of its own. */
  private static final String INSTEAD_OF_NOTHING = "\n";

  /** Types of which nginx says the character set where the answer does not. */
  private static final Set<String> SAID_AS_UTF_8 =
      Set.of(
          "application/javascript",
          "application/rss+xml",
          "text/html",
          "text/plain",
          "text/vnd.wap.wml",
          "text/xml");

  @Override
  public Set<String> kindNames() {
    return Set.of("accessBlock");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.ofNearest(
        PLUGIN, policies, place, policy -> config(block(policy)), AccessBlockEmitter::judge);
  }

  private static Node.Obj config(AccessBlock block) {
    String body = block.body().isEmpty() ? INSTEAD_OF_NOTHING : block.body();
    return Doc.of("status_code", Node.number(block.status()))
        .with("content_type", Node.text(block.contentType()))
        .with("body", Node.text(body))
        .with("echo", Node.bool(false));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    ledger.emitted("status", Evidence.FIXED_ANSWER.grade());
    contentType(ledger);
    body(ledger);
    var bounds = new BlockBounds(policy, place);
    ledger.emitted("mode", bounds.evidence().grade(), bounds.around());
    return ledger.report(place.route());
  }

  private static void contentType(FieldLedger ledger) {
    String type = block(ledger.policy()).contentType();
    if (SAID_AS_UTF_8.contains(type)) {
      ledger.emitted(
          "contentType",
          Evidence.CHARSET.grade(),
          List.of(
              new Stated(ledger.policy().id())
                  .different(
                      "charset-added",
                      "1 parameter more, %s; charset=UTF-8: nginx says it of this type"
                          .formatted(type),
                      "None needed: the body is UTF-8.")));
    } else {
      ledger.emitted("contentType", Evidence.FIXED_ANSWER.grade());
    }
  }

  private static void body(FieldLedger ledger) {
    if (block(ledger.policy()).body().isEmpty()) {
      ledger.emitted(
          "body",
          Evidence.EMPTY_TEXT.grade(),
          List.of(
              new Stated(ledger.policy().id())
                  .different(
                      "empty-body",
                      "a body of 1 byte, a line break, instead of 0: Kong takes no empty body, and without one answers a message of its own",
                      "Write a body.")));
    } else {
      ledger.emitted("body", Evidence.FIXED_ANSWER.grade());
    }
  }

  private static AccessBlock block(Policy policy) {
    return (AccessBlock) policy.spec().kind();
  }
}
