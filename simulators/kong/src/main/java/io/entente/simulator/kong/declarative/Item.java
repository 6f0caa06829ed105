package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.entity.EntityType;
import java.util.Optional;

/**
 * One entity of a configuration.
 *
 * @param index its place in the list that holds it
 * @param fields as written, without the entities below it
 * @param parent the entity it is written below
 * @param parentField the field by which it points there; empty at the top
 */
record Item(
    EntityType type, int index, ObjectNode fields, Optional<Item> parent, String parentField) {}
