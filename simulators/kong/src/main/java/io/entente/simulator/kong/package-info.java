/**
 * A simulator of Kong Gateway 3.9.1, open source: the node, its options and the ports by which the
 * Admin API and the proxy know each other.
 *
 * <p>Shares no code with Entente, so that what it says of Entente is a second opinion.
 */
@NullMarked
package io.entente.simulator.kong;

import org.jspecify.annotations.NullMarked;
