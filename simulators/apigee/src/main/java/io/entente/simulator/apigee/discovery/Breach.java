package io.entente.simulator.apigee.discovery;

/**
 * Something that was sent against the document.
 *
 * @param side {@code request} or {@code answer}
 */
public record Breach(String side, String verb, String path, String problem) {}
