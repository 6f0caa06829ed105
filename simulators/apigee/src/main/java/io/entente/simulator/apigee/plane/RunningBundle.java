package io.entente.simulator.apigee.plane;

import java.util.SortedMap;

/**
 * A revision that runs.
 *
 * @param name of the proxy or shared flow
 * @param revision its number
 * @param files of the bundle, by path
 */
public record RunningBundle(String name, String revision, SortedMap<String, byte[]> files) {}
