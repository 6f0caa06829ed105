/**
 * What a connector owes the hub.
 *
 * <p>A connector speaks with one gateway: it {@code describes} it, reads its inventory page by
 * page, applies the steps of an approved plan, and delivers traffic. It decides nothing: what to
 * write, what a missing object means and when to read are the hub's. All calls block and come on
 * worker threads; a connector must bound every wait.
 */
@NullMarked
package io.entente.connector.spi;

import org.jspecify.annotations.NullMarked;
