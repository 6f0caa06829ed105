/** Single requests as files for other tools, made aside and bounded. */
@NullMarked
package io.entente.hub.traffic.export;

import org.jspecify.annotations.NullMarked;
