package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.plane.RequestFact;
import java.util.List;

/**
 * Requests that have the same dimension values and fall into the same time unit.
 *
 * @param names values of the dimensions
 * @param timestamp start of the time unit; 0 when the query has none
 */
record StatsRow(List<String> names, long timestamp, List<RequestFact> facts) {}
