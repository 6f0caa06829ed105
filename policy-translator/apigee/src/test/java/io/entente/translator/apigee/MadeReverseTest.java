package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.Policy;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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

  @Test
  void readsCachesAndDocumentsBack() {
    assertThat(roundTrips(20261123, 600).kinds()).contains("openApiValidation", "responseCache");
  }

  /** What others hold is tried in the other lane. */
  @Override
  protected int mutations() {
    return 2_000;
  }
}
