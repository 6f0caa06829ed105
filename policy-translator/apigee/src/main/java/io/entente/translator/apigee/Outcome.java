package io.entente.translator.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** The objects of a translation as they come together. Not thread-safe. */
final class Outcome {

  private final ApigeeDialect dialect = new ApigeeDialect();
  private final TreeMap<ObjectKey, NativeObject> objects = new TreeMap<>();
  private final Set<Blob> blobs = new HashSet<>();

  void put(ObjectKey key, Content content, Set<Claim> claims) {
    objects.put(key, new NativeObject(key, dialect.canonicalise(key, content), claims));
  }

  void put(ObjectKey key, BundleFiles files, Set<Claim> claims) {
    put(key, files.content(), claims);
    blobs.addAll(files.blobs());
  }

  TreeMap<ObjectKey, NativeObject> objects() {
    return objects;
  }

  Set<Blob> blobs() {
    return blobs;
  }
}
