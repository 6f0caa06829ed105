package io.entente.hub.access;

import io.entente.connector.spi.Secrets;
import io.entente.model.identity.GatewayId;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The secrets this hub knows: those it computes from its own key. */
@ApplicationScoped
public class HubSecrets implements Secrets {

  private static final String INGEST = "entente:ingest/";

  private final SecretKeySpec fingerprints;
  private final IngestTokens tokens;

  HubSecrets(HubKey key, IngestTokens tokens) {
    this.fingerprints = key.derived("fingerprint");
    this.tokens = tokens;
  }

  /** Where the token with which {@code gateway} delivers its logs can be had. */
  public static SecretRef ingestToken(GatewayId gateway) {
    return new SecretRef(INGEST + gateway);
  }

  @Override
  public Fingerprint fingerprint(String secret) {
    return new Fingerprint(HexFormat.of().formatHex(HubKey.mac(fingerprints, secret)));
  }

  @Override
  public Optional<String> resolve(SecretRef reference) {
    if (!reference.value().startsWith(INGEST)) {
      return Optional.empty();
    }
    try {
      return Optional.of(tokens.token(new GatewayId(reference.value().substring(INGEST.length()))));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
