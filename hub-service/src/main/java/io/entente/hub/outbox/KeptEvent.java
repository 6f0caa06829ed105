package io.entente.hub.outbox;

import java.time.Instant;

/**
 * A row of the outbox.
 *
 * @param id position
 * @param eventId stays the same however often the event is sent
 * @param payload canonical JSON
 */
record KeptEvent(
    long id,
    String eventId,
    String tenant,
    String topic,
    String key,
    String type,
    String subject,
    String payload,
    Instant createdAt) {}
