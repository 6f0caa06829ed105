/**
 * Turns effective policies into a vendor's own documents and says what each translation keeps and
 * loses.
 *
 * <p>A {@link io.entente.translator.Translator} is pure and found by {@link
 * java.util.ServiceLoader}. It receives the whole set of policies of every route, because vendors
 * couple kinds.
 */
@NullMarked
package io.entente.translator;

import org.jspecify.annotations.NullMarked;
