package io.entente.translator.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an environment holds, as far as translation depends on it.
 *
 * @param proxies all of the organisation, by name
 * @param deployed those of the environment
 * @param endpoints of deployed proxies of others
 * @param before what was attached to each hook before us, or is now
 * @param flows shared flows of ours, by name
 * @param latest the latest revision of shared flows of ours, by name
 */
record ApigeeEstate(
    Set<String> proxies,
    Set<String> deployed,
    List<NativeEndpoint> endpoints,
    Map<HookPoint, HookDescription.Former> before,
    Map<String, Content> flows,
    Map<String, String> latest) {
  ApigeeEstate {
    proxies = Set.copyOf(proxies);
    deployed = Set.copyOf(deployed);
    endpoints = List.copyOf(endpoints);
    before = Map.copyOf(before);
    flows = Map.copyOf(flows);
    latest = Map.copyOf(latest);
  }

  List<NativeEndpoint> endpointsOf(String proxy) {
    return endpoints.stream().filter(endpoint -> endpoint.proxy().equals(proxy)).toList();
  }

  /** The revision of ours that has exactly this content, if it is the latest. */
  Optional<String> revision(String flow, Content content) {
    return content.equals(flows.get(flow))
        ? Optional.ofNullable(latest.get(flow))
        : Optional.empty();
  }
}
