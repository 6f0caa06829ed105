/**
 * An upstream that does what was written down for it, for tests of what a gateway makes of that.
 *
 * <p>Used by the tests of the translators whose vendor runs here. What a request should come to is
 * said by {@link io.entente.engine.upstream.Forwarding}.
 */
@NullMarked
package io.entente.testkit.upstream;

import org.jspecify.annotations.NullMarked;
