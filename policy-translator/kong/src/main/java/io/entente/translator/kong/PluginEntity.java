package io.entente.translator.kong;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.Doc;
import io.entente.translator.kong.emit.PluginDraft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plugin instance in route scope, or in that of a consumer and a route. */
final class PluginEntity {

  private PluginEntity() {}

  static KongEntity of(GatewayId gateway, NativeRoute route, Instance instance) {
    PluginDraft draft = instance.draft();
    String id = KongNames.plugin(gateway, route.id(), instance.consumer(), draft.name());
    List<String> tags =
        Stream.concat(
                Stream.of(KongNames.TAG),
                draft.policies().stream().map(p -> KongNames.policyTag(p.id().policy())))
            .toList();
    Node.Obj body =
        Doc.of("id", id)
            .with("name", Node.text(draft.name()))
            .with("route", Doc.ref(route.id()))
            .with("enabled", Node.bool(true))
            .with("config", draft.config())
            .with("tags", Doc.texts(tags));
    if (instance.consumer().isPresent()) {
      body = body.with("consumer", Doc.ref(instance.consumer().get()));
    }
    return new KongEntity(
        KongKinds.PLUGINS,
        id,
        body,
        draft.policies().stream()
            .map(Policy::id)
            .<ClaimSource>map(ClaimSource.OfPolicy::new)
            .collect(Collectors.toSet()));
  }
}
