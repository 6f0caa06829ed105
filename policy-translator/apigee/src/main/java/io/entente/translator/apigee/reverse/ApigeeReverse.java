package io.entente.translator.apigee.reverse;

import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.NativeRoute;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.InPlace;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the policies of an environment of Apigee X or hybrid. */
public final class ApigeeReverse implements Reverse {

  private static final Set<String> BUNDLES = Set.of(ApigeeKinds.APIS, ApigeeKinds.SHAREDFLOWS);

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public Reading read(ReverseRequest request) {
    var findings = new Findings();
    SortedMap<ObjectKey, BundleText> bundles = bundles(request, findings);
    List<NativeRoute> routes = NativeRoute.of(request);
    new OwnReader(request, routes, findings).read(bundles);
    var hooks = Hooks.of(request.observed(), findings);
    var reader = new ForeignReader(findings);
    bundles.forEach(
        (key, bundle) -> {
          if (ApigeeNames.isOurs(key.nativeId())) {
            return;
          }
          if (key.kind().equals(ApigeeKinds.APIS)) {
            findings.say(key, "Its targets, route rules and resources are no policies.");
            reader.read(key, bundle, new ProxyReach(key.nativeId(), routes)::of);
          } else {
            hooks.read(key, bundle, reader);
          }
        });
    return findings.reading(request.observed());
  }

  @Override
  public InPlace inPlace(ReverseRequest request, FoundPolicy found) {
    return new InPlace.Cannot(
        ApigeeNames.isOurs(found.from().nativeId())
            ? "It is in a bundle that Entente made and names after its policies: store policies of"
                + " the same names instead."
            : "It is a Step in the order that the bundle's makers chose, in a file that is theirs;"
                + " Entente's policies are Steps and files of their own, so that it would run twice.");
  }

  private static SortedMap<ObjectKey, BundleText> bundles(
      ReverseRequest request, Findings findings) {
    Map<Hash, Blob> blobs = new HashMap<>();
    request.blobs().forEach(blob -> blobs.put(blob.hash(), blob));
    var bundles = new TreeMap<ObjectKey, BundleText>();
    request
        .observed()
        .forEach(
            (key, object) -> {
              if (BUNDLES.contains(key.kind()) && object.content() instanceof Content.Files files) {
                BundleText.of(files, blobs)
                    .ifPresentOrElse(
                        bundle -> bundles.put(key, bundle),
                        () ->
                            findings.say(
                                key,
                                "Bytes of its files are not at hand, or they make no bundle."));
              }
            });
    return bundles;
  }
}
