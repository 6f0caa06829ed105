/** The console: files for a browser, served to anybody; what they show needs a token. */
@NullMarked
package io.entente.hub.console;

import org.jspecify.annotations.NullMarked;
