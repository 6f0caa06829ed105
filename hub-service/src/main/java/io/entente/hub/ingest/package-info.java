/**
 * Where gateways that push their request logs deliver them, and the check whether all of them
 * arrived. Every gateway has a token of its own that decides for whom it delivers.
 */
@NullMarked
package io.entente.hub.ingest;

import org.jspecify.annotations.NullMarked;
