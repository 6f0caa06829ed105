/**
 * Translation for Apigee X and hybrid: shared flows on the environment's flow hooks, and Steps of
 * our own in a proxy's bundle where hooks cannot do it.
 */
@NullMarked
package io.entente.translator.apigee;

import org.jspecify.annotations.NullMarked;
