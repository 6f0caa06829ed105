package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.testkit.GoldenContract;

class GoldenCasesTest extends GoldenContract {

  @Override
  protected String documentsFile() {
    return "envoy.json";
  }

  @Override
  protected int fewestCases() {
    return 10;
  }

  @Override
  protected Translation translate(String request) {
    return new EnvoyTranslator().translate(Requests.read(request));
  }

  @Override
  protected Node fidelity(Translation translation) {
    // nothing on an Envoy of ours is of others, so nothing comes before a policy of ours
    assertThat(translation.shadowed()).isEmpty();
    return ((Node.Obj) super.fidelity(translation)).without("shadowed");
  }
}
