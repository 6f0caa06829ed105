package io.entente.translator.kong.reverse;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.KongTranslator;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.emit.AuthorityIds;
import io.entente.translator.kong.emit.Doc;
import io.entente.translator.kong.emit.Emission;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.KindEmitter;
import io.entente.translator.kong.emit.KindEmitters;
import io.entente.translator.kong.emit.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes what was found once more, as the translation of such policies would. */
final class Rewriting {

  private final KongDialect dialect;
  private final Place place;

  Rewriting(
      KongDialect dialect,
      GatewayProfile profile,
      Set<String> plugins,
      Optional<Ingest> ingest,
      AuthorityIds authorities) {
    this.dialect = dialect;
    this.place =
        new Place(
            "read",
            profile.nodes(),
            plugins,
            Set.of(),
            Set.of(),
            new TreeSet<>(),
            true,
            profile.edition().equals(KongTranslator.ENTERPRISE),
            ingest,
            false,
            authorities,
            Set.of(),
            0);
  }

  /**
   * The instance without its id, tags and place.
   *
   * @throws NotSaid when such policies would not go out
   */
  Node.Obj instance(PluginReader reader, List<PolicyKind> kinds) {
    Emission emission = emitter(kinds).emit(ReadPolicies.of(kinds), place);
    emission.fidelity().stream()
        .flatMap(said -> said.fields().stream())
        .filter(field -> field.grade() == FidelityGrade.UNSUPPORTED)
        .findFirst()
        .ifPresent(
            field -> {
              throw new NotSaid(
                  "a policy of it would be refused: " + field.deviations().get(0).bound());
            });
    Node.Obj config =
        emission.plugins().stream()
            .filter(draft -> draft.name().equals(reader.plugin()))
            .findFirst()
            .orElseThrow(
                () -> new NotSaid("a policy of it would be written as another plugin here"))
            .config();
    return canonical(
        Doc.of("name", reader.plugin()).with("enabled", Node.bool(true)).with("config", config));
  }

  private static KindEmitter emitter(List<PolicyKind> kinds) {
    String kind = kinds.get(0).kindName();
    return Optional.ofNullable(KindEmitters.all().get(kind))
        .orElseThrow(() -> new IllegalStateException("nothing writes the kind " + kind));
  }

  private Node.Obj canonical(Node.Obj body) {
    Content content =
        dialect.canonicalise(new ObjectKey(KongKinds.PLUGINS, "read"), new Content.Tree(body));
    return content instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj ? obj : body;
  }
}
