package io.entente.connector.testkit;

import io.entente.connector.spi.Secrets;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.SecretRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Fingerprints by a fixed key; resolves what a test put in. */
public final class TestSecrets implements Secrets {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  public TestSecrets put(String reference, String value) {
    values.put(reference, value);
    return this;
  }

  @Override
  public Fingerprint fingerprint(String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[] {7}, "HmacSHA256"));
      byte[] hash = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<String> resolve(SecretRef reference) {
    return Optional.ofNullable(values.get(reference.value()));
  }
}
