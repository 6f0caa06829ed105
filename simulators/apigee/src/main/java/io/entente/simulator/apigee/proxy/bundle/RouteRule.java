package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import java.util.Optional;

/** Where a request goes; without a target nowhere, the response flows run at once. */
public record RouteRule(String name, Condition condition, Optional<TargetEndpoint> target) {}
