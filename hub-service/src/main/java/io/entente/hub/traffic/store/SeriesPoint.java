package io.entente.hub.traffic.store;

import java.time.Instant;
import java.util.Optional;

/** Counts of one group in the step of time that begins at {@code start}. */
public record SeriesPoint(Instant start, Optional<String> key, RequestCounts counts) {}
