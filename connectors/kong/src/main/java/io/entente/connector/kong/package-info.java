/**
 * Reads and writes Kong 3.x over its Admin API, with and without database, and takes in its request
 * logs.
 */
@NullMarked
package io.entente.connector.kong;

import org.jspecify.annotations.NullMarked;
