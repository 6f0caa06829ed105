package io.entente.connector.apigee.log;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import java.util.Optional;

/**
 * Whose a request is.
 *
 * @param route empty when the request came to a proxy of the API and no route takes it
 */
public record RouteOwner(ApiName api, Optional<RouteName> route) {}
