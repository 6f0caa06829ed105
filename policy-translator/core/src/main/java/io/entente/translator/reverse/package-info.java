/** From a vendor's documents back to policies: what they say, and what no policy can say. */
@NullMarked
package io.entente.translator.reverse;

import org.jspecify.annotations.NullMarked;
