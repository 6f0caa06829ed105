/**
 * From Kong's plugin instances back to policies, one reader per plugin.
 *
 * <p>An instance is expressed when the emitter of the forward direction, given the policies that
 * were found, writes the same instance: name, settings, protocols and place. Its id and our own
 * tags are Kong's and ours and say nothing about requests. Everything else that differs is named by
 * its path.
 */
@NullMarked
package io.entente.translator.kong.reverse;

import org.jspecify.annotations.NullMarked;
