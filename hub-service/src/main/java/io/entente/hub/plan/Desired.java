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
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.TakenOver;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the documents of now, and decisions about drift, want of a gateway.
 *
 * @param gateway which gateway
 * @param profile what it can do
 * @param dialect how its documents are compared
 * @param resolutions what holds on each route and what does not
 * @param translation the native objects and their fidelity, with what stays by decision; refusals
 *     included
 * @param adopted which decisions act and which no longer do
 */
public record Desired(
    Gateway gateway,
    GatewayProfile profile,
    Dialect dialect,
    Map<RouteTarget, RouteResolution> resolutions,
    Translation translation,
    Adopted adopted) {

  /**
   * Resolves and translates. Blocks on the estate.
   *
   * @param observed what the gateway holds, as last read completely
   */
  public static Desired of(
      GatewayEstate estate, GatewayId id, SortedMap<ObjectKey, NativeObject> observed) {
    return of(estate, id, estate.connector(id).describe(), observed, estate.adoptions(id));
  }

  /** The same for a gateway that has said already what it is. */
  public static Desired of(
      GatewayEstate estate,
      GatewayId id,
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed) {
    return of(estate, id, profile, observed, estate.adoptions(id));
  }

  /** The same with other decisions than those in force. */
  public static Desired of(
      GatewayEstate estate,
      GatewayId id,
      SortedMap<ObjectKey, NativeObject> observed,
      List<Adoption> adoptions) {
    return of(estate, id, estate.connector(id).describe(), observed, adoptions);
  }

  private static Desired of(
      GatewayEstate estate,
      GatewayId id,
      GatewayProfile profile,
      SortedMap<ObjectKey, NativeObject> observed,
      List<Adoption> adoptions) {
    var gateway = estate.gateway(id);
    var apis = estate.apis(id);
    var policies = estate.policies();
    var resolutions = EffectivePolicyResolver.resolve(gateway, apis, policies);
    var translator = estate.translator(id);
    var dialect = translator.dialect(profile);
    var takeovers = estate.takeovers(id);
    var seen =
        TakenOver.asOurs(dialect, Adopted.untouched(dialect, observed, adoptions), takeovers);
    var plain =
        laid(
            dialect,
            translator.translate(new TranslationRequest(id, profile, apis, seen, resolutions)),
            takeovers);
    // A refused translation holds nothing to lay a decision over, and is no reason to end one.
    var adopted =
        plain.refusals().isEmpty()
            ? asFound(dialect, Adopted.lay(dialect, plain.objects(), adoptions), takeovers)
            : new Adopted(plain.objects(), List.of(), List.of());
    return new Desired(
        gateway,
        profile,
        dialect,
        resolutions,
        AdoptedFidelity.of(plain, adopted, policies),
        adopted);
  }

  private static Adopted asFound(Dialect dialect, Adopted adopted, List<Takeover> takeovers) {
    return new Adopted(
        TakenOver.asFound(dialect, adopted.objects(), takeovers), adopted.held(), adopted.ended());
  }

  private static Translation laid(
      Dialect dialect, Translation translation, List<Takeover> takeovers) {
    return new Translation(
        TakenOver.lay(dialect, translation.objects(), takeovers),
        translation.fidelity(),
        translation.shadowed(),
        translation.refusals(),
        translation.blobs());
  }

  /** How documents of the gateway are compared. Asks the gateway what it is. */
  public static Dialect dialect(GatewayEstate estate, GatewayId id) {
    return estate.translator(id).dialect(estate.connector(id).describe());
  }
}
