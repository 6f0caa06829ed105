package io.entente.translator.kong;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.fidelity.FidelityReport;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.translator.Shadowed;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.emit.KindEmitters;
import io.entente.translator.kong.emit.PluginDraft;
import io.entente.translator.kong.emit.ServicePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Translates for Kong 3.9, open source, with a database or without; and for the enterprise edition
 * where a kind says so.
 */
public final class KongTranslator implements Translator {

  /** Setting of the profile: {@code postgres}, or {@code off} for one declarative document. */
  public static final String DATABASE = "database";

  /** Edition of a profile; any other is the open source one. */
  public static final String ENTERPRISE = "enterprise";

  @Override
  public Vendor vendor() {
    return Vendor.KONG;
  }

  @Override
  public Dialect dialect(GatewayProfile profile) {
    return new KongDialect(profile.schema());
  }

  @Override
  public Translation translate(TranslationRequest request) {
    var refusals = new ArrayList<Problem>();
    KongEstate estate = EstateReader.read(request.gateway(), request.observed());
    var entities = new ArrayList<KongEntity>();
    var places = new KongPlaces(request, estate);

    List<Api> made =
        request.apis().stream().filter(a -> a.gateways().contains(request.gateway())).toList();
    var madeRoutes = new MadeRoutes(made);
    refusals.addAll(madeRoutes.problems());
    var madeApis = new ArrayList<MadeApi>();
    for (Api api : made) {
      var there = new MadeApi(request.gateway(), api, madeRoutes);
      madeApis.add(there);
      refusals.addAll(TakenPlaces.problems(there, api, estate));
      api.routes().forEach(route -> places.addMade(api, route, there.nativeRoute(route)));
    }
    var bound = new BoundRoutes(estate, request.gateway(), refusals);
    for (Api api : request.apis()) {
      api.binding(request.gateway())
          .ifPresent(
              binding ->
                  api.routesOn(request.gateway())
                      .forEach(
                          route ->
                              bound
                                  .find(api, binding, route.name())
                                  .ifPresent(found -> places.add(api, route, found))));
    }

    var fidelity = new ArrayList<PolicyFidelity>();
    var shadowed = new ArrayList<Shadowed>();
    var services = new HashMap<String, ServicePart>();
    var drafts = new ArrayList<PluginDraft>();
    for (RouteEmission emission : places.emit(KindEmitters.all())) {
      emission.fidelity().stream()
          .map(said -> RecordedKong.heldTo(request.profile(), said))
          .forEach(fidelity::add);
      shadowed.addAll(emission.shadowed());
      refusals.addAll(emission.refusals());
      emission.service().ifPresent(part -> services.put(emission.route().id(), part));
      emission.plugins().stream()
          .map(ours -> PluginEntity.of(request.gateway(), emission.route(), ours))
          .forEach(entities::add);
      emission.plugins().forEach(ours -> drafts.add(ours.draft()));
    }
    entities.addAll(new AuthorityEntities(request.gateway(), estate.authorities()).of(drafts));
    madeApis.forEach(there -> entities.addAll(there.entities(services)));
    Dialect dialect = dialect(request.profile());
    boolean document = "off".equals(request.profile().settings().get(DATABASE));
    return new Translation(
        document
            ? KongObjects.document(entities, dialect)
            : KongObjects.entities(entities, dialect),
        new FidelityReport(fidelity),
        shadowed,
        refusals);
  }
}
