/** The append-only record of who did what, chained by hashes so that tampering shows. */
@NullMarked
package io.entente.hub.audit;

import org.jspecify.annotations.NullMarked;
