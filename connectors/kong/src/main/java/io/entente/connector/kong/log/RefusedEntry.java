package io.entente.connector.kong.log;

/**
 * An entry that was left out. Nothing of its text is repeated: it may hold secrets.
 *
 * @param entry its place in the payload, from 0
 */
public record RefusedEntry(int entry, Refusal reason) {}
