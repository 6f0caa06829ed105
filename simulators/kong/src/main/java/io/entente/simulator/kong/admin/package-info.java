/** The Admin API and the Status API: paths, methods, bodies, pages. */
@NullMarked
package io.entente.simulator.kong.admin;

import org.jspecify.annotations.NullMarked;
