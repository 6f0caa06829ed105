package io.entente.translator.apigee.emit;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a gateway sends traffic events.
 *
 * @param tls whether the connection is encrypted
 * @param tokenRef of the token each event carries
 */
public record Ingest(String host, int port, boolean tls, String tokenRef) {

  public static final String HOST = "ingest.syslog.host";
  public static final String PORT = "ingest.syslog.port";
  public static final String TLS = "ingest.syslog.tls";
  public static final String TOKEN = "ingest.token.ref";

  public Ingest {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(PORT + " " + port + " is not in 1..65535");
    }
  }

  /** Empty unless host, port and token are there. TLS unless it is switched off. */
  public static Optional<Ingest> read(SortedMap<String, String> settings) {
    String host = settings.get(HOST);
    String port = settings.get(PORT);
    String token = settings.get(TOKEN);
    return host == null || port == null || token == null
        ? Optional.empty()
        : Optional.of(
            new Ingest(host, Integer.parseInt(port), !"false".equals(settings.get(TLS)), token));
  }
}
