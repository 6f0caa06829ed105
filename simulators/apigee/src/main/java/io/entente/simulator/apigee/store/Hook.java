package io.entente.simulator.apigee.store;

/**
 * What is attached to a flow hook.
 *
 * @param description empty when it has none
 */
public record Hook(String sharedFlow, boolean continueOnError, String description) {}
