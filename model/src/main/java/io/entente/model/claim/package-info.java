/**
 * What claims mean on a document: what lies inside them, and how our parts are put in beside parts
 * of others. Connectors that write a shared document and the reconciliation of plans use the same
 * code, so that what a plan shows is what a write does.
 */
@NullMarked
package io.entente.model.claim;

import org.jspecify.annotations.NullMarked;
