package io.entente.hub.access;

import io.entente.connector.spi.Secrets;
import io.entente.model.identity.GatewayId;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** The secrets this hub knows: those it computes from its own key, and those it keeps sealed. */
@ApplicationScoped
public class HubSecrets implements Secrets {

  private static final String INGEST = "entente:ingest/";
  private static final String CREDENTIAL = "entente:credential/";

  private final SecretKeySpec fingerprints;
  private final IngestTokens tokens;
  private final Iterable<SecretSource> kept;

  @Inject
  HubSecrets(HubKey key, IngestTokens tokens, @Any Instance<SecretSource> kept) {
    this(key, tokens, (Iterable<SecretSource>) kept);
  }

  HubSecrets(HubKey key, IngestTokens tokens) {
    this(key, tokens, List.of());
  }

  private HubSecrets(HubKey key, IngestTokens tokens, Iterable<SecretSource> kept) {
    this.fingerprints = key.derived("fingerprint");
    this.tokens = tokens;
    this.kept = kept;
  }

  /** Where what {@code gateway} is called with can be had, if an operator stored it. */
  public static SecretRef vendorCredential(GatewayId gateway) {
    return new SecretRef(CREDENTIAL + gateway);
  }

  /** Where the token with which {@code gateway} delivers its logs can be had. */
  public static SecretRef ingestToken(GatewayId gateway) {
    return new SecretRef(INGEST + gateway);
  }

  /** Whose credential this refers to; empty when it refers to something else. */
  public static Optional<GatewayId> gatewayOfCredential(SecretRef reference) {
    return reference.value().startsWith(CREDENTIAL)
        ? named(reference.value().substring(CREDENTIAL.length()))
        : Optional.empty();
  }

  @Override
  public Fingerprint fingerprint(String secret) {
    return new Fingerprint(HexFormat.of().formatHex(HubKey.mac(fingerprints, secret)));
  }

  @Override
  public Optional<String> resolve(SecretRef reference) {
    if (!reference.value().startsWith(INGEST)) {
      for (SecretSource source : kept) {
        var found = source.resolve(reference);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return named(reference.value().substring(INGEST.length())).map(tokens::token);
  }

  private static Optional<GatewayId> named(String gateway) {
    try {
      return Optional.of(new GatewayId(gateway));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
