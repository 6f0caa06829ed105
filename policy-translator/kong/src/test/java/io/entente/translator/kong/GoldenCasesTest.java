package io.entente.translator.kong;

import io.entente.translator.Translation;
import io.entente.translator.testkit.GoldenContract;

class GoldenCasesTest extends GoldenContract {

  @Override
  protected String documentsFile() {
    return "kong.json";
  }

  @Override
  protected int fewestCases() {
    return 80;
  }

  @Override
  protected Translation translate(String request) {
    return new KongTranslator().translate(Requests.read(request));
  }
}
