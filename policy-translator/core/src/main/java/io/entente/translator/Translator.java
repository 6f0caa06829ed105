package io.entente.translator;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Vendor;

/** Translates for one vendor. Pure and stateless; safe to share between threads. */
public interface Translator {

  Vendor vendor();

  /** How this vendor's documents are compared and packed. */
  Dialect dialect();

  /**
   * The native objects that make {@code request} true on the gateway, canonical and claimed, and
   * what each policy kept and lost on the way. The same request gives the same objects.
   */
  Translation translate(TranslationRequest request);
}
