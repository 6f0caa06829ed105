/** What gateways hold, read as APIs, routes and policies, whoever made them. */
@NullMarked
package io.entente.hub.discovery;

import org.jspecify.annotations.NullMarked;
