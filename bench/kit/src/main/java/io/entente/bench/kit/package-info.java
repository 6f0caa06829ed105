/** What every bench needs: figures from interleaved pairs, printed and written as JSON. */
@NullMarked
package io.entente.bench.kit;

import org.jspecify.annotations.NullMarked;
