package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import io.entente.simulator.apigee.proxy.policy.AttachedPolicy;

/** A policy attached at a place. */
public record Step(Condition condition, AttachedPolicy policy) {}
