/** The settings of the hub, typed, each with its default. */
@NullMarked
package io.entente.hub.config;

import org.jspecify.annotations.NullMarked;
