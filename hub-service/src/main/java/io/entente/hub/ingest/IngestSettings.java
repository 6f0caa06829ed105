package io.entente.hub.ingest;

import io.entente.hub.access.HubSecrets;
import io.entente.hub.access.IngestTokens;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a gateway's profile says of where and how to deliver logs. The token itself is not in it.
 */
@ApplicationScoped
public class IngestSettings {

  /** Where the gateway delivers. */
  public static final String URL = "ingest.url";

  /** Where its token can be had; {@link HubSecrets} resolves it. */
  public static final String TOKEN_REF = "ingest.token.ref";

  /** The token's fingerprint by this hub's key, 64 hexadecimal digits. */
  public static final String TOKEN_FINGERPRINT = "ingest.token.fingerprint";

  /** Host of the syslog receiver; the three of them are there only while it listens. */
  public static final String SYSLOG_HOST = "ingest.syslog.host";

  /** Its port. */
  public static final String SYSLOG_PORT = "ingest.syslog.port";

  /** {@code true} when it takes TLS only, {@code false} when it takes none. */
  public static final String SYSLOG_TLS = "ingest.syslog.tls";

  private final IngestConfig config;
  private final IngestTokens tokens;
  private final HubSecrets secrets;
  private final SyslogAddress syslog;

  IngestSettings(
      IngestConfig config, IngestTokens tokens, HubSecrets secrets, SyslogAddress syslog) {
    this.syslog = syslog;
    this.config = config;
    this.tokens = tokens;
    this.secrets = secrets;
  }

  /** The settings of {@code gateway}. */
  public Map<String, String> of(GatewayId gateway) {
    var settings = new TreeMap<String, String>();
    settings.put(URL, config.url().orElseGet(IngestSettings::own));
    settings.put(TOKEN_REF, HubSecrets.ingestToken(gateway).value());
    settings.put(TOKEN_FINGERPRINT, secrets.fingerprint(tokens.token(gateway)).hex());
    syslog
        .reach()
        .ifPresent(
            reach -> {
              settings.put(SYSLOG_HOST, reach.host());
              settings.put(SYSLOG_PORT, Integer.toString(reach.port()));
              settings.put(SYSLOG_TLS, Boolean.toString(reach.tls()));
            });
    return Map.copyOf(settings);
  }

  private static String own() {
    // Asked for late: a port of 0 is known only once the server listens.
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    return "http://127.0.0.1:" + port + "/ingest/kong";
  }
}
