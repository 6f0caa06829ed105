package io.entente.connector.envoy;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;

/** Whom a gateway token stands for. */
public record GatewayIdentity(Tenant tenant, GatewayId gateway) {}
