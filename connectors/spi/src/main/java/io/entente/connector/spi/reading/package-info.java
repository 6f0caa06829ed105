/**
 * What connectors that read an inventory over many calls may use: threads that are bounded, and end
 * with the read. No connector has to, and the hub knows nothing of it.
 */
@NullMarked
package io.entente.connector.spi.reading;

import org.jspecify.annotations.NullMarked;
