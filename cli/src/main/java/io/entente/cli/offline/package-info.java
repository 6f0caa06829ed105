/**
 * What the command line does without a hub: documents in, a vendor's own files out, and back.
 *
 * <p>Nothing here is loaded before such a command runs; it brings all translators with it.
 */
@NullMarked
package io.entente.cli.offline;

import org.jspecify.annotations.NullMarked;
