package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import io.entente.translator.envoy.emit.AccessBlockEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code accessBlock} with its body in the route's metadata. */
final class OwnAccessBlock implements OwnKind {

  private static final Set<String> FAMILY =
      Set.of(FilterNames.ACCESS_BLOCK, FilterNames.ACCESS_BLOCK_CONTENT);

  @Override
  public Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain) {
    Node answers = FilterConfig.canonical((Node.Obj) AccessBlockEmitter.answers());
    boolean answered =
        FilterConfig.canonical(Trees.objectAt(chain.manager(), "local_reply_config"))
            .equals(answers);
    return OwnKind.said(acting, FilterNames.ACCESS_BLOCK)
        .filter(at -> answered)
        .flatMap(
            at ->
                guess(at, acting, route)
                    .filter(block -> metadata(block, route))
                    .flatMap(
                        block ->
                            OwnKind.confirmed(
                                new AccessBlockEmitter(), block, at, FAMILY, acting)));
  }

  private static boolean metadata(AccessBlock block, NativeRoute route) {
    Node.Obj found = Trees.objectAt(route.document(), "metadata", "filter_metadata");
    return Emitted.filters(new AccessBlockEmitter(), List.of(Emitted.policy("found", block)), 1)
        .metadata()
        .entrySet()
        .stream()
        .allMatch(meant -> found.field(meant.getKey()).equals(Optional.of(meant.getValue())));
  }

  private static Optional<AccessBlock> guess(
      Acting at, Map<String, Acting> acting, NativeRoute route) {
    Optional<Integer> status = AccessBlockReader.status(at.message());
    Optional<String> type =
        OwnKind.said(acting, FilterNames.ACCESS_BLOCK_CONTENT).stream()
            .flatMap(a -> Trees.items(a.message(), "mutations", "response_mutations").stream())
            .flatMap(edit -> Trees.text(edit, "append", "header", "value").stream())
            .findFirst();
    Optional<String> body =
        Trees.objectAt(route.document(), "metadata", "filter_metadata").fields().values().stream()
            .flatMap(said -> Trees.text(said, "body").stream())
            .findFirst();
    if (status.isEmpty() || type.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AccessBlock(status.get(), type.get(), body.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
