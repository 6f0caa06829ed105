package io.entente.hub.access;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Seals secrets with AES-256-GCM: each under a random key of its own, which is sealed under one
 * that only the hub's key leads to. The context is bound into both, so that what was sealed for one
 * place cannot be put in another. Safe to share between threads.
 */
@ApplicationScoped
public class Envelope {
  private static final String PURPOSE = "envelope";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HubKey key;

  Envelope(HubKey key) {
    this.key = key;
  }

  /**
   * A sealed secret.
   *
   * @param wrappedKey its own key, sealed
   * @param sealed the secret, sealed under its own key
   */
  public record Sealed(byte[] wrappedKey, byte[] sealed) {}

  /** Seals {@code secret} for the place that {@code context} names. */
  public Sealed seal(byte[] secret, String context) {
    byte[] own = new byte[HubKey.BYTES];
    RANDOM.nextBytes(own);
    byte[] bound = context.getBytes(StandardCharsets.UTF_8);
    try {
      return new Sealed(outer().encrypt(own, bound), new AesGcmJce(own).encrypt(secret, bound));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
    }
  }

  /**
   * The secret.
   *
   * @throws IllegalStateException when it was sealed for another context, by another hub's key, or
   *     was changed since
   */
  public byte[] open(Sealed sealed, String context) {
    byte[] bound = context.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] own = outer().decrypt(sealed.wrappedKey(), bound);
      return new AesGcmJce(own).decrypt(sealed.sealed(), bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what is sealed for " + context + " cannot be opened", e);
    }
  }

  /** A fingerprint of {@code secret} by this hub's key, 64 hexadecimal digits. */
  public String fingerprint(byte[] secret) {
    String text = new String(secret, StandardCharsets.ISO_8859_1);
    return java.util.HexFormat.of().formatHex(HubKey.mac(key.derived("envelope-mark"), text));
  }

  private AesGcmJce outer() throws GeneralSecurityException {
    return new AesGcmJce(key.derived(PURPOSE).getEncoded());
  }
}
