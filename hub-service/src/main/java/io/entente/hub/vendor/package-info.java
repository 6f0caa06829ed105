/** How connectors of each vendor are opened, one file a vendor. */
@NullMarked
package io.entente.hub.vendor;

import org.jspecify.annotations.NullMarked;
