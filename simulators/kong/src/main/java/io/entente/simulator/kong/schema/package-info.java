/**
 * Kong's schema language: definitions as {@code /schemas/…} shows them, the defaults they fill in,
 * the violations they find and the words Kong has for these. Pure: no clock, no store, no network.
 *
 * <p>In values a missing node is a field that was not given, and a null node is an explicit null.
 */
@NullMarked
package io.entente.simulator.kong.schema;

import org.jspecify.annotations.NullMarked;
