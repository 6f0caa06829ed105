package io.entente.translator.kong;

import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.Node;
import java.util.Set;

/**
 * One entity that we make.
 *
 * @param kind of {@link io.entente.translator.kong.dialect.KongKinds}
 * @param body foreign keys as {@code {id: ...}}
 * @param sources the documents it comes from
 */
record KongEntity(String kind, String id, Node.Obj body, Set<ClaimSource> sources) {

  KongEntity {
    sources = Set.copyOf(sources);
  }
}
