/**
 * How Apigee's objects are compared, merged and ordered, and how bundles are taken apart into what
 * is ours and what is not.
 */
@NullMarked
package io.entente.translator.apigee.dialect;

import org.jspecify.annotations.NullMarked;
