package io.entente.simulator.apigee.proxy.limit;

/**
 * What a quota said.
 *
 * @param used weight counted in the window
 * @param expiry epoch milliseconds of the window's end
 */
public record QuotaVerdict(boolean exceeded, long used, long expiry) {}
