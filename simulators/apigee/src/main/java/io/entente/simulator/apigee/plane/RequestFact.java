package io.entente.simulator.apigee.plane;

/**
 * One request as analytics counts it.
 *
 * @param environment where
 * @param proxy its name
 * @param revision its revision
 * @param basePath of the proxy
 * @param verb request method
 * @param startedAt epoch milliseconds
 * @param status sent to the client
 * @param targetStatus of the target; 0 when it was not called
 * @param totalMillis from first byte in to last byte out
 * @param targetMillis spent waiting for the target
 * @param requestBytes body
 * @param responseBytes body
 * @param policyError whether a policy raised a fault
 * @param targetError whether the target failed
 */
public record RequestFact(
    String environment,
    String proxy,
    String revision,
    String basePath,
    String verb,
    long startedAt,
    int status,
    int targetStatus,
    long totalMillis,
    long targetMillis,
    long requestBytes,
    long responseBytes,
    boolean policyError,
    boolean targetError) {}
