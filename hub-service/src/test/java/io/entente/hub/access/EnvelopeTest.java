package io.entente.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private static final byte[] SECRET = "canary".getBytes(StandardCharsets.UTF_8);

  private final Envelope envelope = new Envelope(new HubKey(key(1)));

  @Test
  void opensWhatItSealedForThatPlaceOnly() {
    // Given
    var sealed = envelope.seal(SECRET, "gateway a");
    // When, Then
    assertThat(envelope.open(sealed, "gateway a")).isEqualTo(SECRET);
    assertThatThrownBy(() -> envelope.open(sealed, "gateway b"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(new String(sealed.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void refusesWhatAnotherKeySealedAndWhatWasChanged() {
    // Given
    var sealed = envelope.seal(SECRET, "a");
    var other = new Envelope(new HubKey(key(2)));
    // When, Then
    assertThatThrownBy(() -> other.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
    for (int at = 0; at < sealed.sealed().length; at++) {
      byte[] changed = sealed.sealed().clone();
      changed[at] ^= 1;
      var forged = new Envelope.Sealed(sealed.wrappedKey(), changed);
      assertThatThrownBy(() -> envelope.open(forged, "a"))
          .as("byte %d", at)
          .isInstanceOf(IllegalStateException.class);
    }
    var mixed = new Envelope.Sealed(envelope.seal(SECRET, "a").wrappedKey(), sealed.sealed());
    assertThatThrownBy(() -> envelope.open(mixed, "a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTimeUnderTheSameFingerprint() {
    var one = envelope.seal(SECRET, "a");
    var two = envelope.seal(SECRET, "a");
    assertThat(one.sealed()).isNotEqualTo(two.sealed());
    assertThat(one.wrappedKey()).isNotEqualTo(two.wrappedKey());
    assertThat(envelope.fingerprint(SECRET)).isEqualTo(envelope.fingerprint(SECRET.clone()));
    assertThat(new Envelope(new HubKey(key(2))).fingerprint(SECRET))
        .isNotEqualTo(envelope.fingerprint(SECRET));
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[HubKey.BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
