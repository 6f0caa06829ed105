/** What a text of policies would come to on each gateway, while it is still being written. */
@NullMarked
package io.entente.hub.preview;

import org.jspecify.annotations.NullMarked;
