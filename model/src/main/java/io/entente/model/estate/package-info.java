/** The estate: gateways, the APIs and routes they expose, and what each gateway can do. */
@NullMarked
package io.entente.model.estate;

import org.jspecify.annotations.NullMarked;
