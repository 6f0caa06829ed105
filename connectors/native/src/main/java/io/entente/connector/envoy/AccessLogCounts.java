package io.entente.connector.envoy;

/**
 * What became of a gateway's access log entries since the control plane started.
 *
 * @param received entries that arrived
 * @param counted entries that the sink made durable
 * @param failed entries that the sink could not take
 * @param malformed entries that are no event: impossible values, or not HTTP
 */
public record AccessLogCounts(long received, long counted, long failed, long malformed) {}
