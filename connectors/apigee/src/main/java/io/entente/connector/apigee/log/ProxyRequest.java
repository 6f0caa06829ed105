package io.entente.connector.apigee.log;

/**
 * A request as a line tells of it.
 *
 * @param path whole, without query
 * @param method upper case
 */
public record ProxyRequest(String proxy, String path, String method) {}
