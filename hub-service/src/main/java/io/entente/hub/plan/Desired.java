package io.entente.hub.plan;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the documents of now want of a gateway.
 *
 * @param gateway which gateway
 * @param profile what it can do
 * @param dialect how its documents are compared
 * @param resolutions what holds on each route and what does not
 * @param translation the native objects and their fidelity; refusals included
 */
public record Desired(
    Gateway gateway,
    GatewayProfile profile,
    Dialect dialect,
    Map<RouteTarget, RouteResolution> resolutions,
    Translation translation) {

  /**
   * Resolves and translates. Blocks on the estate.
   *
   * @param observed what the gateway holds, as last read completely
   */
  public static Desired of(
      GatewayEstate estate, GatewayId id, SortedMap<ObjectKey, NativeObject> observed) {
    return of(estate, id, estate.connector(id).describe(), observed);
  }

  /** The same for a gateway that has said already what it is. */
  public static Desired of(
      GatewayEstate estate,
      GatewayId id,
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed) {
    var gateway = estate.gateway(id);
    var apis = estate.apis(id);
    var resolutions = EffectivePolicyResolver.resolve(gateway, apis, estate.policies());
    var translator = estate.translator(id);
    var translation =
        translator.translate(new TranslationRequest(id, profile, apis, observed, resolutions));
    return new Desired(gateway, profile, translator.dialect(profile), resolutions, translation);
  }

  /** How documents of the gateway are compared. Asks the gateway what it is. */
  public static Dialect dialect(GatewayEstate estate, GatewayId id) {
    return estate.translator(id).dialect(estate.connector(id).describe());
  }
}
