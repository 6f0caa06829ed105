package io.entente.translator.apigee;

import io.entente.policy.Policy;
import io.entente.translator.TranslationRequest;
import java.util.List;

/** In shared flows of ours and in the bundles of others. */
public class BoundReverseTest extends ReverseLane {

  @Override
  TranslationRequest request(World world, List<Policy> policies) {
    return Worlds.request(world, Worlds.bound(Worlds.ALL), policies);
  }
}
