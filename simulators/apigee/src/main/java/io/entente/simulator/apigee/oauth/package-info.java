/** Tokens: a service account of this simulator, the grants it can use, what a token is worth. */
@NullMarked
package io.entente.simulator.apigee.oauth;

import org.jspecify.annotations.NullMarked;
