package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.entity.EntityType;

/**
 * The first half of a nested path.
 *
 * @param type of the parent
 * @param key of the parent, as in the path
 * @param child type of what is below it
 * @param field by which the child points to the parent
 */
record Parent(EntityType type, String key, EntityType child, String field) {}
