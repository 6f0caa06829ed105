/**
 * Takes what others made on a gateway into policies, as it is: policies are read out of it, and it
 * stands for what they would have made.
 */
@NullMarked
package io.entente.hub.takeover;

import org.jspecify.annotations.NullMarked;
