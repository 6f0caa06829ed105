package io.entente.translator.kong.reverse;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CaCertificate;
import io.entente.translator.kong.KongNames;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.AuthorityIds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The certificates of authorities that a gateway has, as far as a policy can name them.
 *
 * @param named what a policy calls them, by Kong's id
 */
record Authorities(List<Entity> entities, Map<String, CaCertificate> named) {

  Authorities {
    entities = List.copyOf(entities);
    named = Map.copyOf(named);
  }

  static Authorities of(List<Entity> entities) {
    var named = new TreeMap<String, CaCertificate>();
    for (Entity entity : entities) {
      read(entity).ifPresent(certificate -> named.put(entity.id(), certificate));
    }
    return new Authorities(entities, named);
  }

  private static Optional<CaCertificate> read(Entity entity) {
    try {
      return entity.text("cert").map(CaCertificate::new);
    } catch (IllegalArgumentException e) {
      // not one of an authority, or several: it stays what it is
      return Optional.empty();
    }
  }

  Optional<CaCertificate> at(String id) {
    return Optional.ofNullable(named.get(id));
  }

  /** How the gateway calls each of them; any other by its fingerprint. */
  AuthorityIds ids() {
    var ids = new TreeMap<String, String>();
    named.forEach((id, certificate) -> ids.put(certificate.fingerprint(), id));
    return certificate -> ids.getOrDefault(certificate.fingerprint(), certificate.fingerprint());
  }

  /** Whether one is ours and just what is written for a policy that one of {@code said} says. */
  boolean made(GatewayId gateway, Entity entity, Collection<Instance> said) {
    return at(entity.id())
        .filter(known -> own(gateway, known).equals(entity.id()))
        .filter(known -> entity.body().without("tags").equals(written(entity.id(), known)))
        .filter(known -> Entity.ours(entity.list("tags")))
        .filter(known -> said.stream().anyMatch(instance -> trusts(instance, entity.id())))
        .isPresent();
  }

  /** Whether all of one document are so. */
  boolean madeIn(ObjectKey document, GatewayId gateway, Collection<Instance> said) {
    return entities.stream()
        .filter(entity -> entity.from().equals(document))
        .allMatch(entity -> made(gateway, entity, said));
  }

  private static String own(GatewayId gateway, CaCertificate certificate) {
    return KongNames.id(gateway, certificate.fingerprint(), KongKinds.CA_CERTIFICATES);
  }

  private static Node written(String id, CaCertificate certificate) {
    return Node.obj(
        Map.of(
            "id", Node.text(id),
            "cert", Node.text(certificate.pem()),
            "cert_digest", Node.text(certificate.fingerprint())));
  }

  private static boolean trusts(Instance instance, String id) {
    return instance
        .settings()
        .filter(settings -> settings.at(MtlsReader.AUTHORITIES).isPresent())
        .filter(settings -> settings.texts(MtlsReader.AUTHORITIES).contains(id))
        .isPresent();
  }
}
