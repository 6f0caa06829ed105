/** Which route takes a request, and which path its upstream gets. */
@NullMarked
package io.entente.simulator.kong.proxy.route;

import org.jspecify.annotations.NullMarked;
