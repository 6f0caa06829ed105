package io.entente.hub.traffic.export;

import io.entente.hub.traffic.store.EventPlace;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file to be handed on.
 *
 * @param content to be closed, which ends the file
 * @param rows how many requests it holds
 * @param next where it was cut off, if it was
 */
public record ExportedFile(InputStream content, long bytes, long rows, Optional<EventPlace> next) {}
