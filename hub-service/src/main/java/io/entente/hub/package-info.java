/** The hub: assembles everything else and answers for it. */
@NullMarked
package io.entente.hub;

import org.jspecify.annotations.NullMarked;
