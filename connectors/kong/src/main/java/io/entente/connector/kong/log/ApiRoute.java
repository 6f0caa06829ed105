package io.entente.connector.kong.log;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;

/** A route of one of our APIs. */
public record ApiRoute(ApiName api, RouteName route) {}
