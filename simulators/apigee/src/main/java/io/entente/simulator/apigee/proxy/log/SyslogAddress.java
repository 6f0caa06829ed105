package io.entente.simulator.apigee.proxy.log;

/**
 * A syslog server.
 *
 * @param tcp or else UDP
 * @param anyCertificate whether its certificate is not looked at
 */
public record SyslogAddress(
    String host, int port, boolean tcp, boolean tls, boolean anyCertificate) {}
