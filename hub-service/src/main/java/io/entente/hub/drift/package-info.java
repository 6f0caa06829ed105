/** What others changed inside our claims since we applied last. */
@NullMarked
package io.entente.hub.drift;

import org.jspecify.annotations.NullMarked;
