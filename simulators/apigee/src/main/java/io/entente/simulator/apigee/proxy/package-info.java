/**
 * The data plane: takes requests through deployed bundles.
 *
 * <p><b>As documented by the vendor.</b> Flow order and the places of the four hooks; one
 * conditional flow a segment, the first that holds; fault rules from the bottom in a proxy endpoint
 * and from the top in a target endpoint, of the endpoint where the fault happened, with {@code
 * AlwaysEnforce}; PostClientFlow after every answer; condition operators with their tables of types
 * and nulls; {@code or} binding tighter than {@code and}, as the page on conditional flows has it
 * (the reference speaks of Java's precedence instead: nobody should rely on either); message
 * template functions; AssignMessage from top to bottom; header variables that end at the first
 * comma; {@code X-Forwarded-For} whose last address is the one that connected; the resolved client
 * address; AccessControl rules, masks and choice of addresses; quota types, counters for each
 * proxy, {@code EnforceOnly}, {@code CountOnly} and {@code SharedName}; both algorithms of
 * SpikeArrest; CORS preflights that go straight to the response flows, and headers set last on any
 * answer, faults too; keys of apps with the products that open a proxy, a path and an environment;
 * signed tokens with their claims as variables; fault codes and bodies.
 *
 * <p><b>Assumed,</b> because the documentation is silent. Faults in hooks before and after the
 * target belong to the target endpoint. A request without a target is answered 200 and empty,
 * without the target's hooks. {@code not} before a comparison denies the comparison. {@code *} of a
 * path may stand for nothing. With all forwarded addresses looked at, one that is denied is enough;
 * without {@code IgnoreTrueClientIPHeader} only the last is looked at. A quota without a type
 * begins with the running unit in UTC, weeks on Monday; refused messages are not counted. An
 * allowed origin is echoed, also for {@code *}; a preflight for a foreign origin, method or header
 * gets 200 without CORS headers; requests without {@code Origin} are left alone. {@code
 * response.status.code} is not set when no target answered; {@code message.status.code} is what the
 * client gets; a claim that is a list is told as JSON; {@code exp} and {@code nbf} must be numbers;
 * a token without {@code kid} finds no key; {@code escapeJSON} escapes backslashes and control
 * characters too. Status and texts of a shared flow that is not there, and the bound of eight
 * nested shared flows.
 *
 * <p><b>Different on purpose.</b> Requests to an address or to {@code localhost} reach every
 * environment, whatever its host names; bundles with faults do not run at all; log lines that
 * cannot be delivered after one new connection are dropped and counted; nothing is kept between
 * starts.
 */
@NullMarked
package io.entente.simulator.apigee.proxy;

import org.jspecify.annotations.NullMarked;
