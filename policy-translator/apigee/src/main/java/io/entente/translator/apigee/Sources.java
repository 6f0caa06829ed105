package io.entente.translator.apigee;

import io.entente.model.nativeobject.ClaimSource;
import io.entente.translator.apigee.emit.StepDraft;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The documents that Steps come from. */
final class Sources {

  private Sources() {}

  static Set<ClaimSource> of(Collection<StepDraft> drafts) {
    var sources = new HashSet<ClaimSource>();
    drafts.forEach(
        draft -> draft.because().forEach(p -> sources.add(new ClaimSource.OfPolicy(p.id()))));
    return sources;
  }
}
