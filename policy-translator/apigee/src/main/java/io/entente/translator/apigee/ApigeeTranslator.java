package io.entente.translator.apigee;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.fidelity.FidelityReport;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.apigee.dialect.ApigeeDialect;

/** Translates for an environment of Apigee X or hybrid. */
public final class ApigeeTranslator implements Translator {

  /** Setting of the profile: the environment's name. */
  public static final String ENVIRONMENT = "environment";

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public Dialect dialect(GatewayProfile profile) {
    return new ApigeeDialect();
  }

  /**
   * @throws IllegalArgumentException the profile does not name the environment
   */
  @Override
  public Translation translate(TranslationRequest request) {
    ApigeeEstate estate = EstateReader.read(request.observed());
    var emission = new GatewayEmission(request, estate);
    var made =
        request.apis().stream()
            .filter(api -> api.gateways().contains(request.gateway()))
            .map(MadeApi::new)
            .toList();
    emission.refusals().addAll(MadeApis.problems(made, estate));
    made.forEach(emission::made);
    var bound = new BoundRoutes(estate, request.gateway(), emission.refusals());
    for (Api api : request.apis()) {
      api.binding(request.gateway()).ifPresent(binding -> bound.add(api, binding));
    }
    bound.placed().forEach(emission::bound);
    Outcome outcome = emission.outcome();
    return new Translation(
        outcome.objects(),
        new FidelityReport(emission.fidelity()),
        emission.shadowed(),
        emission.refusals(),
        outcome.blobs());
  }
}
