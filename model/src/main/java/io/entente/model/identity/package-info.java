/**
 * Names and identities. Identity is (tenant, gateway, native id); names are labels that may change.
 */
@NullMarked
package io.entente.model.identity;

import org.jspecify.annotations.NullMarked;
