package io.entente.policy;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyVersion;

/** One version of one policy document. */
public record Policy(PolicyVersion id, Labels labels, PolicySpec spec) {}
