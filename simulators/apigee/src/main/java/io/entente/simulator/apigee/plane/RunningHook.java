package io.entente.simulator.apigee.plane;

/** A shared flow on a flow hook. */
public record RunningHook(String sharedFlow, boolean continueOnError) {}
