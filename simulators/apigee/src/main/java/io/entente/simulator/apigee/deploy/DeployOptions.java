package io.entente.simulator.apigee.deploy;

import java.util.Optional;

/**
 * How to deploy.
 *
 * @param override whether it replaces another revision
 * @param serviceAccount it runs as
 */
public record DeployOptions(boolean override, Optional<String> serviceAccount) {}
