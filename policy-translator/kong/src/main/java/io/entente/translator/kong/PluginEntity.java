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

/** A plugin instance in route scope. */
final class PluginEntity {

  private PluginEntity() {}

  static KongEntity of(GatewayId gateway, NativeRoute route, PluginDraft draft) {
    String id = KongNames.id(gateway, route.id(), draft.name());
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
