package io.entente.translator;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;

/** Translates for one vendor. Pure and stateless; safe to share between threads. */
public interface Translator {

  Vendor vendor();

  /** How documents of a gateway with this profile are compared and packed. */
  Dialect dialect(GatewayProfile profile);

  /**
   * The native objects that make {@code request} true on the gateway, canonical and claimed, and
   * what each policy kept and lost on the way. The same request gives the same objects.
   */
  Translation translate(TranslationRequest request);
}
