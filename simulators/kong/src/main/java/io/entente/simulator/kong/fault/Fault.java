package io.entente.simulator.kong.fault;

/** One fault: what happens, and when. */
public record Fault(Effect effect, Trigger trigger) {}
