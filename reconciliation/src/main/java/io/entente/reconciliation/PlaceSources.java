package io.entente.reconciliation;

import io.entente.model.claim.Regions;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.tree.NodePath;
import java.util.HashSet;
import java.util.Set;

/** Which documents a place of a native object comes from. */
public final class PlaceSources {

  private PlaceSources() {}

  /** The sources of every claim that reaches {@code path} or lies below it. */
  public static Set<ClaimSource> of(NodePath path, Set<Claim> claims) {
    var sources = new HashSet<ClaimSource>();
    for (Claim claim : claims) {
      for (NodePath region : Regions.of(claim)) {
        if (path.startsWith(region) || region.startsWith(path)) {
          sources.addAll(claim.sources());
        }
      }
    }
    return sources;
  }
}
