package io.entente.simulator.apigee.error;

/** What is wrong with a file of a bundle. */
public record BundleViolation(String filename, String description) {}
