package io.entente.translator.testkit;

/**
 * What came of changed objects that were read.
 *
 * @param inputs gateways
 * @param found policies
 */
public record ReadingCount(int inputs, int objects, int expressed, int remainder, int found) {}
