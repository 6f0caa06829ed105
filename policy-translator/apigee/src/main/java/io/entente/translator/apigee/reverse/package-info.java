/**
 * From Apigee's bundles back to policies.
 *
 * <p>What we wrote ourselves is read with the names of what it was written for and believed only
 * when the forward translation of what was found gives the same files and Steps again. What others
 * wrote is read by what Apigee documents each element to mean, its defaults included; a Step is
 * found only when it acts on every request of an endpoint or of one route, and anything not
 * understood leaves it where it is, with the reason.
 */
@NullMarked
package io.entente.translator.apigee.reverse;

import org.jspecify.annotations.NullMarked;
