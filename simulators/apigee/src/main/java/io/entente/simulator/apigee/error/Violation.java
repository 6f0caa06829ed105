package io.entente.simulator.apigee.error;

/** A precondition that does not hold. */
public record Violation(String type, String subject, String description) {}
