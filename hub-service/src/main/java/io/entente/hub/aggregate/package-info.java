/**
 * What gateways' vendors count by themselves: read on a schedule, kept bucket by bucket, told on
 * Kafka, and shown beside, never among, the requests that were seen one by one.
 */
@NullMarked
package io.entente.hub.aggregate;

import org.jspecify.annotations.NullMarked;
