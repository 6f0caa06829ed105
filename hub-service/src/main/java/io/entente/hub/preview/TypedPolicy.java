package io.entente.hub.preview;

import java.util.List;

/**
 * One policy of a text.
 *
 * @param name of the policy
 * @param kind of the policy
 * @param version it would have, once stored
 * @param changed false when it is stored already just so
 * @param unmatchedTargets paths of its targets that reach no route of any gateway
 */
public record TypedPolicy(
    String name, String kind, int version, boolean changed, List<String> unmatchedTargets) {}
