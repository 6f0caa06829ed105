package io.entente.translator.kong.reverse;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.TranslationRequest;
import io.entente.translator.kong.KongTranslator;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.reverse.ReverseRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the APIs make, and what policies wrote on services of ours and upstreams behind them. */
final class MadeAgain {

  private static final Set<String> FORMAT = Set.of("_format_version", "_transform");

  private final GatewayId gateway;
  private final KongDialect dialect;
  private final SortedMap<ObjectKey, NativeObject> made;

  /** As objects of their own or listed in a document; other objects among them match no service. */
  private final Set<Node> services;

  MadeAgain(ReverseRequest request, KongDialect dialect, MadeParts parts) {
    this.gateway = request.gateway();
    this.dialect = dialect;
    this.made =
        new KongTranslator()
            .translate(
                new TranslationRequest(
                    request.gateway(),
                    request.profile(),
                    request.apis(),
                    new TreeMap<>(),
                    parts.resolutions()))
            .objects();
    this.services =
        made.values().stream()
            .flatMap(object -> root(object).stream())
            .flatMap(root -> Stream.concat(Stream.of(root), listed(root)))
            .collect(Collectors.toSet());
  }

  /** True when such policies make just this service. */
  boolean service(Entity service) {
    return services.contains(service.body());
  }

  private static Optional<Node.Obj> root(NativeObject object) {
    return object.content() instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj
        ? Optional.of(obj)
        : Optional.empty();
  }

  private static Stream<Node> listed(Node.Obj document) {
    return document.field(KongKinds.SERVICES).orElse(Node.nothing()) instanceof Node.Arr list
        ? list.items().stream()
        : Stream.of();
  }

  /** True when an API makes just this entity. */
  boolean entity(ObjectKey key, NativeObject observed) {
    return Optional.ofNullable(made.get(key))
        .filter(ours -> ours.content().equals(canonical(key, observed)))
        .isPresent();
  }

  /** True when each element is made by an API or said by policies. */
  boolean document(
      ObjectKey key, NativeObject observed, NativeEstate estate, Collection<Instance> said) {
    if (!(canonical(key, observed) instanceof Content.Tree tree
        && tree.root() instanceof Node.Obj document)) {
      return false;
    }
    List<Instance> within =
        estate.instances().stream().filter(each -> each.entity().from().equals(key)).toList();
    int listed =
        document.field(KongKinds.PLUGINS).orElse(Node.nothing()) instanceof Node.Arr list
            ? list.items().size()
            : 0;
    Node.Obj others = others(document);
    return listed == within.size()
        && estate.authorities().madeIn(key, gateway, said)
        && said.containsAll(within)
        && others.equals(others(made(key)))
        && listed + others.fields().size() > 0;
  }

  private Node.Obj made(ObjectKey key) {
    return Optional.ofNullable(made.get(key)).flatMap(MadeAgain::root).orElse(Node.obj());
  }

  /** Without what is compared elsewhere or says nothing. */
  private static Node.Obj others(Node.Obj document) {
    var fields = new TreeMap<>(document.fields());
    fields.keySet().removeAll(FORMAT);
    fields.remove(KongKinds.PLUGINS);
    fields.remove(KongKinds.CA_CERTIFICATES);
    fields.values().removeIf(node -> node instanceof Node.Arr list && list.items().isEmpty());
    return new Node.Obj(fields);
  }

  private Content canonical(ObjectKey key, NativeObject observed) {
    return dialect.canonicalise(key, observed.content());
  }
}
