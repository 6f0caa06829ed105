package io.entente.hub.estate;

import io.entente.model.identity.GatewayId;
import java.time.Instant;

/**
 * A valid credential, without its token: that is kept nowhere.
 *
 * @param id to revoke it by
 */
public record GatewayCredential(
    String id, GatewayId gateway, Instant createdAt, String createdBy) {}
