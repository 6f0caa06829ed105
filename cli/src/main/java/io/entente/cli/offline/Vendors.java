package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import io.entente.translator.Translator;
import io.entente.translator.apigee.ApigeeTranslator;
import io.entente.translator.envoy.EnvoyTranslator;
import io.entente.translator.kong.KongTranslator;

/** The translators there are. */
final class Vendors {

  private Vendors() {}

  static Translator translator(Vendor vendor) {
    return switch (vendor) {
      case KONG -> new KongTranslator();
      case APIGEE -> new ApigeeTranslator();
      case ENVOY -> new EnvoyTranslator();
    };
  }
}
