package io.entente.translator.kong;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same of the enterprise edition. No node of it was recorded: the schemas of the open source
 * one stand in for what it tells of the plugins that both have. Tokens are written and not read.
 */
public class EnterpriseReverseTest extends ReverseContractTest {

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    return Worlds.enterprise(Recorded.schema(), policies);
  }

  @Override
  protected boolean acts(PolicyFidelity said) {
    return super.acts(said) && !Set.of("jwt", "oauth2Introspection").contains(said.kind());
  }

  @Override
  protected boolean expressed(ObjectKey key, Translation translation) {
    return Optional.ofNullable(translation.objects().get(key))
        .map(object -> (Node.Obj) ((Content.Tree) object.content()).root())
        .flatMap(body -> body.field("name"))
        .filter(Node.text("openid-connect")::equals)
        .isEmpty();
  }

  @Override
  protected int rounds() {
    return 1_000;
  }

  /** What a gateway holds has no edition. */
  @Override
  protected int mutations() {
    return 1_000;
  }
}
