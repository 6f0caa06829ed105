package io.entente.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The password of the embedded database: made once, kept in a file only its owner can read, asked
 * for on every connection. The database listens on a port that any local user can reach.
 */
record PostgresPassword(String value) {

  private static final int BYTES = 24;

  /** The kept password of {@code directory}; a new one on the first call. */
  static PostgresPassword of(Path directory) throws IOException {
    Path file = directory.resolve("password");
    if (Files.exists(file)) {
      return new PostgresPassword(Files.readString(file).strip());
    }
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    write(file, made);
    return new PostgresPassword(made);
  }

  /** From now on the server takes nobody in without it; also when it took everybody before. */
  void enforce(Path data, DataSource trusted) throws IOException, SQLException {
    try (Connection connection = trusted.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set password_encryption = 'scram-sha-256'");
      // Hexadecimal digits only: nothing to quote.
      statement.execute("alter user postgres password '" + value + "'");
      write(
          data.resolve("pg_hba.conf"),
          """
          local all all scram-sha-256
          host all all 127.0.0.1/32 scram-sha-256
          host all all ::1/128 scram-sha-256
          """);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "PostgresPassword";
  }
}
