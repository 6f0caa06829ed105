/** Where traffic is kept for questions: the port, what may be asked, and the DuckDB store. */
@NullMarked
package io.entente.hub.traffic.store;

import org.jspecify.annotations.NullMarked;
