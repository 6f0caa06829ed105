package io.entente.hub.preview;

import java.util.List;

/**
 * What a text of policies would come to. Nothing of it was stored.
 *
 * @param problems of documents of the text that were left out of the rest of the answer
 * @param policies that the text holds
 * @param gateways that the policies concern, or concern as they are stored now; by name
 */
public record PolicyPreview(
    List<ProblemView> problems, List<TypedPolicy> policies, List<GatewayPreview> gateways) {}
