package io.entente.translator.envoy.reverse;

import io.entente.translator.envoy.emit.CorsEmitter;
import io.entente.translator.envoy.emit.FilterNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code cors} with the edits that give it the only word. */
final class OwnCors implements OwnKind {

  private static final Set<String> FAMILY =
      Set.of(FilterNames.CORS, FilterNames.CORS_ANY_ORIGIN, FilterNames.CORS_UPSTREAM);

  @Override
  public Optional<Match> match(Map<String, Acting> acting, NativeRoute route, Chain chain) {
    return OwnKind.said(acting, FilterNames.CORS)
        .flatMap(
            at ->
                CorsReader.guess(at.message())
                    .flatMap(
                        cors -> OwnKind.confirmed(new CorsEmitter(), cors, at, FAMILY, acting)));
  }
}
