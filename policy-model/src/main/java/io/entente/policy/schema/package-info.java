/** The published JSON Schemas (2020-12) of the documents, made from the shapes the readers use. */
@NullMarked
package io.entente.policy.schema;

import org.jspecify.annotations.NullMarked;
