package io.entente.hub.estate;

/**
 * Somebody else who writes to a gateway: a tool or controller that was recognised.
 *
 * @param kind which one
 * @param evidence what it was recognised by
 * @param wouldOverwrite what of ours it would take away
 */
public record ForeignWriter(String kind, String evidence, String wouldOverwrite) {}
