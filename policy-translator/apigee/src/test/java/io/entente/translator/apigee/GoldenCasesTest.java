package io.entente.translator.apigee;

import io.entente.translator.Translation;
import io.entente.translator.testkit.GoldenContract;

class GoldenCasesTest extends GoldenContract {

  @Override
  protected String documentsFile() {
    return "apigee.txt";
  }

  @Override
  protected int fewestCases() {
    return 25;
  }

  @Override
  protected Translation translate(String request) {
    return new ApigeeTranslator().translate(Requests.read(request).request());
  }

  @Override
  protected String documents(Translation translation) {
    return TranslationText.of(translation);
  }
}
