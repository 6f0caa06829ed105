package io.entente.translator.testkit;

import java.util.SortedSet;

/**
 * What came of generated policies that were written and read back.
 *
 * @param policies that went out
 * @param refused of which nothing went out
 * @param compared policies and fields that were found again
 * @param kinds that were read
 */
public record RoundTripCount(int policies, int refused, int compared, SortedSet<String> kinds) {}
