/** All settings of the hub together: which there are, and whether those given are among them. */
@NullMarked
package io.entente.hub.settings;

import org.jspecify.annotations.NullMarked;
