/**
 * The suite every connector has to pass, and the hub in small that drives it.
 *
 * <p>A connector joins with one {@link io.entente.connector.testkit.ConnectorFixture} and one
 * subclass of {@link io.entente.connector.testkit.ConnectorContract} in its own tests.
 */
@NullMarked
package io.entente.connector.testkit;

import org.jspecify.annotations.NullMarked;
