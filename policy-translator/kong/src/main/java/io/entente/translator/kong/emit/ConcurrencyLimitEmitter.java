package io.entente.translator.kong.emit;

import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.Policy;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/** {@code concurrencyLimit} as nothing: no plugin of Kong counts requests that are under way. */
public final class ConcurrencyLimitEmitter implements KindEmitter {

  @Override
  public Set<String> kindNames() {
    return Set.of("concurrencyLimit");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(
        policies,
        place,
        ledger -> {
          int requests = ((ConcurrencyLimit) ledger.policy().spec().kind()).requests();
          for (String field : List.of("requests", "mode")) {
            ledger.unsupported(
                field,
                Evidence.UPSTREAM_UNSEEN.grade(),
                new Stated(ledger.policy().id())
                    .looser(
                        "not-counted",
                        "any number at once, not %d on each of %d nodes: no plugin counts requests that are under way"
                            .formatted(requests, place.nodes()),
                        "Set nginx limit_conn on the nodes, a rateLimit, or limit in the upstream."));
          }
        });
  }
}
