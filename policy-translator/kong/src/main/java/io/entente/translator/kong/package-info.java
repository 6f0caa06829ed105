/**
 * Policies as configuration of Kong 3.x: entities of the Admin API, or parts of the one declarative
 * document of a node without database.
 *
 * <p>What the translation relies on, as seen on Kong 3.9.1, open source:
 *
 * <ul>
 *   <li>Of one plugin one instance runs for a request, the most specific: consumer and route,
 *       consumer and service, route and service, consumer, route, service, global. So an instance
 *       of ours on a route switches off those on its service and on the whole gateway. A disabled
 *       one switches off nothing.
 *   <li>A route with more kinds of condition (hosts, methods, paths) is preferred whatever its
 *       path; among equals expressions come before prefixes, by {@code regex_priority}, and longer
 *       prefixes before shorter ones. Real ties are decided by chance.
 *   <li>Paths are normalised before they are compared, prefixes are textual, expressions are
 *       anchored at the start only. Hosts are compared letter by letter.
 *   <li>A PUT replaces everything that is not given, so every object is complete.
 * </ul>
 */
@NullMarked
package io.entente.translator.kong;

import org.jspecify.annotations.NullMarked;
