package io.entente.cli.offline;

/**
 * A text that was read.
 *
 * @param name the file's name as given, or {@code -}
 */
public record Source(String name, String text) {}
