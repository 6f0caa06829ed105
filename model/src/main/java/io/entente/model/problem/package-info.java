/** What is said when something is wrong: a stable code, whose fault, where, and the next step. */
@NullMarked
package io.entente.model.problem;

import org.jspecify.annotations.NullMarked;
