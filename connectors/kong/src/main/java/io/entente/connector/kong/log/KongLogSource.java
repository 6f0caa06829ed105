package io.entente.connector.kong.log;

import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import java.time.Instant;
import java.util.Optional;

/**
 * Who sent a payload and when: from the credential and the request, never from the body.
 *
 * @param node the data-plane process, where the request named one
 * @param observedTime when the hub received it
 */
public record KongLogSource(
    Tenant tenant, GatewayId gateway, Optional<String> node, Instant observedTime) {}
