package io.entente.connector.apigee.log;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;

/** Whose line it is: from its token, never from what else it says. */
public record LogSender(Tenant tenant, GatewayId gateway, ProxyRoutes routes) {}
