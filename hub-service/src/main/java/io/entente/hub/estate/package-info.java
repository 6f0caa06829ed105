/**
 * What is known of the gateways and APIs of a tenant: versioned documents, credentials, connectors,
 * the stored native resources the hub serves, and the pictures taken of every gateway.
 */
@NullMarked
package io.entente.hub.estate;

import org.jspecify.annotations.NullMarked;
