package io.entente.connector.testkit;

import io.entente.connector.testkit.ConnectorFixture.Version;
import io.entente.model.claim.ClaimScope;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of the objects on a gateway belongs to others, by hash. */
final class ForeignParts {

  private ForeignParts() {}

  /** Of each of the fixture's foreign objects that is there: what no version of ours claims. */
  static SortedMap<ObjectKey, Hash> of(
      ConnectorFixture fixture, Map<ObjectKey, NativeObject> objects) {
    var parts = new TreeMap<ObjectKey, Hash>();
    for (ObjectKey key : fixture.foreign().keySet()) {
      NativeObject object = objects.get(key);
      if (object != null) {
        var content = fixture.dialect().canonicalise(key, object.content());
        ClaimScope.project(key, content, claims(fixture, key))
            .outside()
            .ifPresent(outside -> parts.put(key, outside.hash()));
      }
    }
    return parts;
  }

  private static Set<Claim> claims(ConnectorFixture fixture, ObjectKey key) {
    var claims = new HashSet<Claim>();
    for (Version version : Version.values()) {
      NativeObject ours = fixture.desired(version).get(key);
      if (ours != null) {
        claims.addAll(ours.claims());
      }
    }
    return claims;
  }
}
