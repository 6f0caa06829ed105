/**
 * Writes policies for a vendor and reads them back, reads what nobody should have written, and
 * counts: the contracts that the vendors' tests hold in small.
 */
@NullMarked
package io.entente.bench.reverse;

import org.jspecify.annotations.NullMarked;
