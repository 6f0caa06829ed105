package io.entente.simulator.apigee.proxy.bundle;

/** An exit of a proxy. */
public record TargetEndpoint(String name, Flows flows, TargetConnection connection) {}
