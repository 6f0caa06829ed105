/** Whom TLS connections trust. */
@NullMarked
package io.entente.simulator.apigee.proxy.tls;

import org.jspecify.annotations.NullMarked;
