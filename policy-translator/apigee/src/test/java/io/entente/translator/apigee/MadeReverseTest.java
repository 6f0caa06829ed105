package io.entente.translator.apigee;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.Policy;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.TreeSet;

/** In proxies that we made. */
public class MadeReverseTest extends ReverseLane {

  private static final List<Route> ROUTES =
      List.of(
          new Route(
              new RouteName("all"), new PathMatch.Prefix("/pets"), new TreeSet<>(), Labels.none()));

  @Override
  TranslationRequest request(World world, List<Policy> policies) {
    return Worlds.request(world, Worlds.made(ROUTES), policies);
  }

  /** What others hold is tried in the other lane. */
  @Override
  protected int mutations() {
    return 2_000;
  }
}
