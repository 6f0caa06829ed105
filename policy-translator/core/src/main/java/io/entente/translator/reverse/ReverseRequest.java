package io.entente.translator.reverse;

import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to read.
 *
 * @param apis the APIs bound to the gateway, sorted by name; places of other routes are named by
 *     their native objects
 * @param observed every object as last read completely
 * @param blobs the bytes of the files that {@code observed} names, where they are at hand
 */
public record ReverseRequest(
    GatewayId gateway,
    GatewayProfile profile,
    List<Api> apis,
    SortedMap<ObjectKey, NativeObject> observed,
    Set<Blob> blobs) {

  public ReverseRequest {
    apis = apis.stream().sorted(Comparator.comparing(Api::name)).toList();
    observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
    blobs = Set.copyOf(blobs);
  }
}
