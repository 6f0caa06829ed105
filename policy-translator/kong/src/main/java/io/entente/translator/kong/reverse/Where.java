package io.entente.translator.kong.reverse;

import io.entente.translator.kong.emit.Ingest;
import java.util.Optional;

/**
 * Where an instance acts, as far as what it means depends on it.
 *
 * @param alone whether it acts on one route only, so that what it counts is that route's
 * @param service whether that route leads to a service
 * @param ingest where this hub takes traffic events
 */
record Where(boolean alone, boolean service, Optional<Ingest> ingest) {}
