package io.entente.bench.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Fingerprints under a key of this run. */
final class LocalSecrets implements Secrets {

  @Override
  public Fingerprint fingerprint(String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));
      return new Fingerprint(
          HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<String> resolve(SecretRef reference) {
    return Optional.empty();
  }
}
