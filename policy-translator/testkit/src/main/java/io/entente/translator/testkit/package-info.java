/**
 * The suites every translator has to pass, and the policies and cases they run on.
 *
 * <p>A translator joins with one subclass of {@link io.entente.translator.testkit.GoldenContract}
 * and one of {@link io.entente.translator.testkit.FieldPerturbationContract} in its own tests. What
 * a vendor makes of a document is judged by interpreters of the vendor's own, which are not here.
 */
@NullMarked
package io.entente.translator.testkit;

import org.jspecify.annotations.NullMarked;
