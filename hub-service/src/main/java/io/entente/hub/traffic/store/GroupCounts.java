package io.entente.hub.traffic.store;

import java.util.Optional;

/** Counts of one group; no key where the requests have none, such as no known consumer. */
public record GroupCounts(Optional<String> key, RequestCounts counts) {}
