package io.entente.translator.kong;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import io.entente.policy.CaCertificate;
import io.entente.policy.Policy;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.Doc;
import io.entente.translator.kong.emit.PluginDraft;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Certificates of authorities on a gateway: one object each, however many routes trust it. Kong
 * takes none twice, so that one that others made is pointed at and never changed.
 *
 * @param others id by fingerprint
 */
record AuthorityEntities(GatewayId gateway, Map<String, String> others) {

  AuthorityEntities {
    others = Map.copyOf(others);
  }

  String id(CaCertificate certificate) {
    String fingerprint = certificate.fingerprint();
    return others.getOrDefault(fingerprint, ownId(gateway, fingerprint));
  }

  static String ownId(GatewayId gateway, String fingerprint) {
    return KongNames.id(gateway, fingerprint, KongKinds.CA_CERTIFICATES);
  }

  /** Those that plugins point at and nobody else made. */
  List<KongEntity> of(List<PluginDraft> plugins) {
    var policies = new TreeMap<String, Set<Policy>>();
    var certificates = new TreeMap<String, CaCertificate>();
    for (PluginDraft plugin : plugins) {
      for (CaCertificate certificate : plugin.authorities()) {
        String fingerprint = certificate.fingerprint();
        certificates.put(fingerprint, certificate);
        policies
            .computeIfAbsent(fingerprint, key -> new LinkedHashSet<>())
            .addAll(plugin.policies());
      }
    }
    return certificates.entrySet().stream()
        .filter(each -> !others.containsKey(each.getKey()))
        .map(
            each ->
                entity(
                    each.getKey(), each.getValue(), policies.getOrDefault(each.getKey(), Set.of())))
        .toList();
  }

  private KongEntity entity(String fingerprint, CaCertificate certificate, Set<Policy> policies) {
    String id = ownId(gateway, fingerprint);
    List<String> tags =
        Stream.concat(
                Stream.of(KongNames.TAG),
                policies.stream().map(p -> KongNames.policyTag(p.id().policy())).sorted())
            .toList();
    Node.Obj body =
        Doc.of("id", id)
            .with("cert", Node.text(certificate.pem()))
            // Kong writes it itself, and the same.
            .with("cert_digest", Node.text(fingerprint))
            .with("tags", Doc.texts(tags));
    return new KongEntity(
        KongKinds.CA_CERTIFICATES,
        id,
        body,
        policies.stream()
            .map(Policy::id)
            .<ClaimSource>map(ClaimSource.OfPolicy::new)
            .collect(Collectors.toSet()));
  }
}
