package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import io.entente.translator.Translator;
import io.entente.translator.apigee.ApigeeTranslator;
import io.entente.translator.apigee.reverse.ApigeeReverse;
import io.entente.translator.envoy.EnvoyTranslator;
import io.entente.translator.envoy.reverse.EnvoyReverse;
import io.entente.translator.kong.KongTranslator;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.Reverse;

/** The translators there are, and the ways back. */
final class Vendors {

  private Vendors() {}

  static Translator translator(Vendor vendor) {
    return switch (vendor) {
      case KONG -> new KongTranslator();
      case APIGEE -> new ApigeeTranslator();
      case ENVOY -> new EnvoyTranslator();
    };
  }

  static Reverse reverse(Vendor vendor) {
    return switch (vendor) {
      case KONG -> new KongReverse();
      case APIGEE -> new ApigeeReverse();
      case ENVOY -> new EnvoyReverse();
    };
  }
}
