package io.entente.hub.access;

import io.entente.hub.config.HubConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the first token on the first start, shows it once and keeps it in a file only we can read.
 */
@ApplicationScoped
class AdminToken {

  private final TokenStore tokens;
  private final HubConfig config;

  AdminToken(TokenStore tokens, HubConfig config) {
    this.tokens = tokens;
    this.config = config;
  }

  void onStart(@Observes @Priority(10) StartupEvent event) throws IOException {
    String token = TokenText.generate();
    var admin = new AccessToken("admin", Permissions.ALL, Instant.now(), Optional.empty());
    if (!tokens.add(admin, TokenText.hash(token))) {
      return;
    }
    Path file = Path.of(config.dataDir(), "admin-token").toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, token + "\n");
    // Shown once, on the console and not in the log: logs are shipped and kept.
    System.out.println("Admin token, shown once (also in " + file + "): " + token);
  }
}
