package io.entente.translator.testkit;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.reverse.ReverseRequest;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a gateway holds once a translation has been written to it. */
public final class Held {

  private Held() {}

  /** To be read back, by somebody who knows nothing of what was written. */
  public static ReverseRequest after(TranslationRequest request, Translation translation) {
    return of(request, objects(request, translation), translation);
  }

  static ReverseRequest of(
      TranslationRequest request,
      SortedMap<ObjectKey, NativeObject> observed,
      Translation translation) {
    return new ReverseRequest(
        request.gateway(), request.profile(), request.apis(), observed, translation.blobs());
  }

  private static SortedMap<ObjectKey, NativeObject> objects(
      TranslationRequest request, Translation translation) {
    var objects = new TreeMap<>(request.observed());
    translation
        .objects()
        .forEach(
            (key, ours) ->
                objects.put(
                    key,
                    NativeObject.foreign(
                        key,
                        ClaimMerge.merge(
                            Optional.ofNullable(request.observed().get(key)), ours, Set.of()))));
    return objects;
  }
}
