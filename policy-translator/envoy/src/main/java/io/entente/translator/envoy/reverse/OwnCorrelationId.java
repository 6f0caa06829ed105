package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.translator.envoy.emit.CorrelationIdEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code correlationId} as edits, remembered and echoed. */
final class OwnCorrelationId implements OwnKind {

  private static final Set<String> FAMILY =
      Set.of(
          FilterNames.CORRELATION_ID,
          FilterNames.CORRELATION_ID_KEPT,
          FilterNames.CORRELATION_ID_ECHO);

  @Override
  public Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain) {
    boolean echo = OwnKind.said(acting, FilterNames.CORRELATION_ID_ECHO).isPresent();
    return OwnKind.said(acting, FilterNames.CORRELATION_ID)
        .flatMap(
            at ->
                guess(at, echo)
                    .flatMap(
                        id ->
                            OwnKind.confirmed(new CorrelationIdEmitter(), id, at, FAMILY, acting)));
  }

  /** The header that gets a fresh id; where only an absent one does, ids are kept. */
  private static Optional<CorrelationId> guess(Acting at, boolean echo) {
    for (Node edit : Trees.items(at.message(), "mutations", "request_mutations")) {
      Optional<String> header = Trees.text(edit, "append", "header", "key");
      Optional<String> value = Trees.text(edit, "append", "header", "value");
      if (header.isPresent() && value.equals(Optional.of("%UNIQUE_ID%"))) {
        boolean keeps =
            Trees.text(edit, "append", "append_action").equals(Optional.of("ADD_IF_ABSENT"));
        try {
          return Optional.of(
              new CorrelationId(header.get(), keeps ? OnInbound.KEEP : OnInbound.REPLACE, echo));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
