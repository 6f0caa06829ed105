package io.entente.hub.access;

import io.entente.hub.config.HubConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key of this hub: 32 bytes from {@code ENTENTE_MASTER_KEY} (base64), or else from the file
 * {@code master-key} in the data folder, made at the first start. What gateways were given is
 * computed from it, so a hub that loses it must install new tokens in every gateway.
 */
@Startup
@ApplicationScoped
public class HubKey {

  static final int BYTES = 32;

  private static final String MAC = "HmacSHA256";

  private final SecretKeySpec key;

  @Inject
  HubKey(HubConfig config) {
    this(
        config
            .masterKey()
            .filter(text -> !text.isBlank())
            .map(text -> MasterKeyFile.decode(text, "ENTENTE_MASTER_KEY"))
            .orElseGet(() -> MasterKeyFile.readOrCreate(Path.of(config.dataDir(), "master-key"))));
  }

  HubKey(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /** The HMAC-SHA-256 of {@code text}; two uses of the key never share a text. */
  byte[] mac(String text) {
    return mac(key, text);
  }

  /** A key of its own for one purpose. */
  SecretKeySpec derived(String purpose) {
    return new SecretKeySpec(mac("derive|" + purpose), MAC);
  }

  static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + MAC, e);
    }
  }
}
