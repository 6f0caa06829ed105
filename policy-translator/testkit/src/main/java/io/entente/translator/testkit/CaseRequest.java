package io.entente.translator.testkit;

import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Requests for the one gateway of a test, which the hub may write. */
public final class CaseRequest {

  public static final GatewayId GATEWAY = new GatewayId("edge");

  private CaseRequest() {}

  /** On a gateway on which nothing was seen. */
  public static TranslationRequest of(
      GatewayProfile profile, List<Api> apis, List<Policy> policies) {
    return of(profile, new TreeMap<>(), apis, policies);
  }

  public static TranslationRequest of(
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed,
      List<Api> apis,
      List<Policy> policies) {
    var gateway =
        new Gateway(
            new Tenant("main"),
            GATEWAY,
            profile.vendor(),
            Labels.none(),
            Gateway.WriteMode.MANAGED);
    return new TranslationRequest(
        GATEWAY, profile, apis, observed, EffectivePolicyResolver.resolve(gateway, apis, policies));
  }
}
