package io.entente.hub.access;

import io.entente.hub.config.HubConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    Path file = Path.of(config.dataDir(), "admin-token").toAbsolutePath();
    // Written before the token counts: a token that nobody has seen would lock everybody out.
    Path draft = write(file, token);
    if (!tokens.add(admin, TokenText.hash(token))) {
      Files.delete(draft);
      return;
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    // Shown once, on the console and not in the log: logs are shipped and kept.
    System.out.println("Admin token, shown once (also in " + file + "): " + token);
  }

  private static Path write(Path file, String token) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("admin-token.new");
    Files.deleteIfExists(draft);
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.writeString(draft, token + "\n");
  }
}
