package io.entente.hub.traffic.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One stored request, as shown in a list; time to the microsecond.
 *
 * @param weight how many similar requests it stands for, itself among them
 */
public record RecordedRequest(
    String id,
    String gateway,
    String node,
    Instant time,
    String method,
    String path,
    Optional<String> host,
    int status,
    double durationMillis,
    Optional<String> api,
    Optional<String> route,
    Optional<String> consumer,
    Optional<String> clientAddress,
    Optional<String> decision,
    Optional<String> trace,
    int weight) {}
