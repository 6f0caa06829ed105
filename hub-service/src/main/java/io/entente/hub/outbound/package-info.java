/** Which addresses the hub itself may call, whoever names them. */
@NullMarked
package io.entente.hub.outbound;

import org.jspecify.annotations.NullMarked;
