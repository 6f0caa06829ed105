package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * How a target is reached.
 *
 * @param url when no load balancer is there
 * @param servers target servers by name, in turn
 * @param path below a target server
 * @param tls whether target servers speak TLS
 * @param anyCertificate whether the server's certificate is not looked at
 * @param successCodes patterns such as {@code 2xx}; other answers are faults
 */
public record TargetConnection(
    Optional<Template> url,
    List<String> servers,
    String path,
    boolean tls,
    boolean anyCertificate,
    int connectMillis,
    int ioMillis,
    List<String> successCodes) {

  public TargetConnection {
    servers = List.copyOf(servers);
    successCodes = List.copyOf(successCodes);
  }

  public boolean succeeded(int status) {
    String digits = String.valueOf(status);
    return successCodes.stream()
        .anyMatch(
            code ->
                code.equals(digits)
                    || code.length() == 3
                        && code.substring(1).equalsIgnoreCase("xx")
                        && code.charAt(0) == digits.charAt(0));
  }
}
