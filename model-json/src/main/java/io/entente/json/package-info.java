/** Reads and writes document trees as JSON and YAML, bounded in size and depth. */
@NullMarked
package io.entente.json;

import org.jspecify.annotations.NullMarked;
