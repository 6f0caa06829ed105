package io.entente.simulator.apigee.plane;

/** A target server of the environment. */
public record RunningTarget(String name, String host, int port, boolean enabled) {}
