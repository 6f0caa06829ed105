package io.entente.translator.envoy.reverse;

import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.envoy.emit.RequestSizeEmitter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code requestSize} by the length that is declared and the one that arrives. */
final class OwnRequestSize implements OwnKind {

  private static final Set<String> FAMILY =
      Set.of(FilterNames.REQUEST_SIZE, FilterNames.REQUEST_SIZE_DECLARED);

  @Override
  public Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain) {
    return OwnKind.said(acting, FilterNames.REQUEST_SIZE)
        .flatMap(
            at ->
                RequestSizeReader.size(at.message())
                    .flatMap(
                        size ->
                            OwnKind.confirmed(new RequestSizeEmitter(), size, at, FAMILY, acting)));
  }
}
