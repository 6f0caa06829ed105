package io.entente.hub.docs;

/**
 * One setting, as its interface has it.
 *
 * @param key with {@code NAME} for what the operator chooses
 * @param takes what a value looks like, and its range
 * @param usual the default; empty where there is none
 * @param about the Javadoc
 */
record Setting(String key, String takes, String usual, String about) {}
