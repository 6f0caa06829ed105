package io.entente.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubKeyTest {

  @TempDir private Path folder;

  @Test
  void isMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    // Given
    Path file = folder.resolve("data").resolve("master-key");
    // When
    byte[] first = MasterKeyFile.readOrCreate(file);
    byte[] again = MasterKeyFile.readOrCreate(file);
    // Then
    assertThat(first).hasSize(32).isEqualTo(again);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent().toFile().list()).containsExactly("master-key");
  }

  @Test
  void twoHubsHaveDifferentKeys() {
    assertThat(MasterKeyFile.readOrCreate(folder.resolve("a")))
        .isNotEqualTo(MasterKeyFile.readOrCreate(folder.resolve("b")));
  }

  @Test
  void takesAwayTheRightsOfOthersOnAFileThatWasThere() throws IOException {
    // Given
    Path file = folder.resolve("master-key");
    Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    // When
    byte[] key = MasterKeyFile.readOrCreate(file);
    // Then
    assertThat(key).isEqualTo(new byte[32]);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesWhatIsNoKeyAndNeverWritesOverIt() throws IOException {
    // Given
    Path file = folder.resolve("master-key");
    for (String text : new String[] {"KEYTEXT!", "", "c2hvcnQ="}) {
      Files.writeString(file, text);
      // When // Then
      assertThatThrownBy(() -> MasterKeyFile.readOrCreate(file))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("master-key")
          .hasMessageNotContaining("KEYTEXT")
          .hasNoCause();
      assertThat(file).hasContent(text);
    }
  }
}
