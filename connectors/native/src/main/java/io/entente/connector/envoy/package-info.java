/**
 * Envoy, with Entente as its xDS control plane: serves configuration over ADS, takes access logs in
 * over ALS, and offers both to the hub as a {@link io.entente.connector.spi.Connector}.
 *
 * <p>Configuration lives behind {@link io.entente.connector.envoy.ResourceStore}; who a caller is
 * comes from {@link io.entente.connector.envoy.GatewayAuthenticator}, never from a message.
 */
@NullMarked
package io.entente.connector.envoy;

import org.jspecify.annotations.NullMarked;
