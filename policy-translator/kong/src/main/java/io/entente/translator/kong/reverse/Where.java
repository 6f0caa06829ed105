package io.entente.translator.kong.reverse;

import io.entente.translator.kong.emit.Ingest;
import java.util.Optional;

/**
 * Where an instance acts, as far as what it means depends on it.
 *
 * @param alone whether it acts on one route only, so that what it counts is that route's
 * @param service whether that route leads to a service
 * @param withoutCookies whether cookies are taken off the answers of those routes
 * @param ingest where this hub takes traffic events
 */
record Where(boolean alone, boolean service, boolean withoutCookies, Optional<Ingest> ingest) {}
