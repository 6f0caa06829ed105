/** The unified policy: documents, kinds, targets and how several policies combine on one route. */
@NullMarked
package io.entente.policy;

import org.jspecify.annotations.NullMarked;
