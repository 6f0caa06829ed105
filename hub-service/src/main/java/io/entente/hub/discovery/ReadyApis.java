package io.entente.hub.discovery;

import io.entente.hub.estate.Estate;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.policy.document.ApiDocuments;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Api documents that would bind what no document names. Blocks. */
@Singleton
public final class ReadyApis {

  private final Estate estate;
  private final EstateView view;
  private final Discovered discovered;

  public ReadyApis(Estate estate, EstateView view, Discovered discovered) {
    this.estate = estate;
    this.view = view;
    this.discovered = discovered;
  }

  /** By the last complete read of the gateway; each with a name that no API has. */
  public List<Api> of(Gateway gateway) {
    EstateRows rows = view.rows();
    rows.all();
    Set<String> taken =
        estate.apis().stream().map(api -> api.name().value()).collect(Collectors.toSet());
    var ready = new ArrayList<Api>();
    for (FoundApi found : discovered.of(gateway).findings().apis()) {
      List<FoundRoute> left = rows.left(gateway, found);
      if (!left.isEmpty()) {
        ReadyApi.of(gateway, found, left, taken)
            .document()
            .map(text -> ApiDocuments.read(JsonTree.read(text, TreeLimits.VENDOR), 1))
            .ifPresent(
                api -> {
                  taken.add(api.name().value());
                  ready.add(api);
                });
      }
    }
    return ready;
  }
}
