package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.RequestSize;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** {@code requestSize} as request-size-limiting: the smallest size of the route. */
public final class RequestSizeEmitter implements KindEmitter {

  public static final String PLUGIN = "request-size-limiting";

  @Override
  public Set<String> kindNames() {
    return Set.of("requestSize");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    long size =
        policies.stream().map(policy -> size(policy)).min(Comparator.naturalOrder()).orElseThrow();
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(size), policies, "")),
        policies.stream().map(policy -> judge(policy, size, place)).toList(),
        List.of());
  }

  private static Node.Obj config(long size) {
    return Doc.of("allowed_payload_size", Node.number(size))
        .with("size_unit", Node.text("bytes"))
        // it would refuse every GET without a body
        .with("require_content_length", Node.bool(false));
  }

  private static PolicyFidelity judge(Policy policy, long size, Place place) {
    var ledger = new FieldLedger(policy);
    ledger.emitted("maxBytes", Evidence.BODY_SIZE.grade(), bounds(policy, size));
    ledger.emitted(
        "mode",
        Evidence.BODY_SIZE.grade(),
        List.of(
            new Stated(policy.id())
                .different(
                    "after-authentication",
                    "1 call of authentication comes first: who it refuses is answered 401, not 413",
                    "None: request-size-limiting runs at priority 951, after authentication.")));
    return ledger.report(place.route());
  }

  private static List<Deviation> bounds(Policy policy, long size) {
    var stated = new Stated(policy.id());
    var found = new ArrayList<Deviation>();
    if (size(policy) != size) {
      found.add(
          stated.stricter(
              "held-by-smaller",
              "bodies of more than %d bytes are refused, not of more than %d: another policy of the route asks for it"
                  .formatted(size, size(policy)),
              "None needed; one of the two policies is idle on this route."));
    }
    found.add(
        stated.different(
            "expect-417",
            "1 status differs: with Expect: 100-continue a body of more than %d bytes is answered 417, not 413"
                .formatted(size),
            "None in Kong; callers treat both as too large."));
    found.add(
        stated.different(
            "read-before-judged",
            "a body without Content-Length is read to its end before it is compared with %d bytes"
                .formatted(size),
            "Set nginx_http_client_max_body_size on the nodes, which ends the reading."));
    found.add(
        stated.stricter(
            "nginx-first",
            "min(%d, nginx_http_client_max_body_size of the node) bytes: nginx answers 413 before any plugin"
                .formatted(size),
            "Leave client_max_body_size of the nodes at 0, which is no limit, or above the policy's."));
    return found;
  }

  private static long size(Policy policy) {
    return ((RequestSize) policy.spec().kind()).maxBytes();
  }
}
