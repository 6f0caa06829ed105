/**
 * What an organisation holds: environments, revisions, hooks, entities. Guarded by the lock of the
 * estate.
 */
@NullMarked
package io.entente.simulator.apigee.store;

import org.jspecify.annotations.NullMarked;
