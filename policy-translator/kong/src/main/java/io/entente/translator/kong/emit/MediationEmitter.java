package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.ResponseCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code headerTransform} and {@code responseCache}, which share the one instance of
 * response-transformer: a cache has it take cookies off.
 */
public final class MediationEmitter implements KindEmitter {

  private final HeaderTransformEmitter edits = new HeaderTransformEmitter();

  @Override
  public Set<String> kindNames() {
    return Set.of("headerTransform", "responseCache");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    List<Policy> caches = policies.stream().filter(MediationEmitter::caches).toList();
    if (caches.isEmpty()) {
      return edits.emit(policies, place);
    }
    List<Policy> transforms = policies.stream().filter(policy -> !caches(policy)).toList();
    Emission cache = ResponseCacheEmitter.emit(caches, place);
    Optional<Policy> stripping =
        cache.plugins().isEmpty()
            ? Optional.empty()
            : Optional.of(cache.plugins().get(0).policies().get(0));
    Emission edited = edits.emit(transforms, place, stripping);
    var plugins = new ArrayList<>(edited.plugins());
    plugins.addAll(cache.plugins());
    return new Emission(plugins, inOrder(policies, cache, edited), List.of());
  }

  private static List<PolicyFidelity> inOrder(
      List<Policy> policies, Emission cache, Emission edited) {
    var caches = cache.fidelity().iterator();
    var transforms = edited.fidelity().iterator();
    return policies.stream()
        .map(policy -> caches(policy) ? caches.next() : transforms.next())
        .toList();
  }

  private static boolean caches(Policy policy) {
    return policy.spec().kind() instanceof ResponseCache;
  }
}
