/**
 * Policies as Apigee policies, for Apigee X and hybrid.
 *
 * <p>Three places are written. What must hold for proxies of others goes into shared flows of ours
 * on the environment's flow hooks, each Step under a condition that names proxy, path and method;
 * what was attached before is called first. What hooks cannot do (other origins, the traffic log)
 * goes into the proxy's own bundle as Steps of ours beside theirs. An API that we make is one proxy
 * with everything in it.
 *
 * <p>What the translation relies on, as Apigee documents it:
 *
 * <ul>
 *   <li>A hook has one shared flow and runs it for every proxy of the environment. After a fault
 *       only fault rules and the PostClientFlow run.
 *   <li>A Quota counts apart in every proxy and for every value of its identifier, and together
 *       where it has none; the counter is shared by an instance's runtime.
 *   <li>AccessControl tries its rules in order; the first that matches decides. With a variable
 *       instead of a header an unreadable address is a fault.
 *   <li>CORS answers preflights itself, and writes its headers last of all, on faults too.
 *   <li>{@code request.header.x} ends at the first comma, {@code .values.string} does not. {@code
 *       proxy.pathsuffix} is the path below the base path, without query.
 *   <li>Braces in values are names of variables.
 * </ul>
 */
@NullMarked
package io.entente.translator.apigee;

import org.jspecify.annotations.NullMarked;
