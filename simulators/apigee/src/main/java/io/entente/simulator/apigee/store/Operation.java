package io.entente.simulator.apigee.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change that takes its time.
 *
 * @param target resource name of what changes
 * @param doneAt epoch milliseconds
 * @param response the changed resource, with its {@code @type}
 */
public record Operation(String id, String target, long doneAt, ObjectNode response) {}
