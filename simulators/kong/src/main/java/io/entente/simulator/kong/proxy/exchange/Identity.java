package io.entente.simulator.kong.proxy.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Who a request comes from.
 *
 * @param credential empty for an anonymous consumer
 */
public record Identity(JsonNode consumer, Optional<JsonNode> credential) {}
