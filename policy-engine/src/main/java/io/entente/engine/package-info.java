/**
 * What each kind of policy means, executable: the measure that translations and gateways are held
 * against.
 *
 * <p>Pure: time is given, counters are an explicit {@link io.entente.engine.State}. The limits of a
 * route judge the request as the client sent it; header edits follow, in the order of application.
 */
@NullMarked
package io.entente.engine;

import org.jspecify.annotations.NullMarked;
