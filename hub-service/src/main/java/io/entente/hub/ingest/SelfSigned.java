package io.entente.hub.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate that nobody vouches for, made with the JDK's keytool. Blocks for a second. */
final class SelfSigned {

  private static final String ALIAS = "syslog";
  private static final String PASSWORD_VARIABLE = "ENTENTE_SYSLOG_STORE";
  private static final int TIMEOUT_SECONDS = 60;

  private SelfSigned() {}

  /** Writes both PEM files; only their owner may read the key. */
  static void make(Path certificate, Path key, String host) {
    try {
      Files.createDirectories(key.toAbsolutePath().getParent());
      Path draft = Files.createTempDirectory(key.toAbsolutePath().getParent(), "new");
      if (posix(draft)) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
      }
      Path store = draft.resolve("store.p12");
      try {
        write(store, draft, certificate, key, host);
      } finally {
        Files.deleteIfExists(store);
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a certificate for syslog cannot be made: " + e, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate for syslog cannot be made: " + e, e);
    }
  }

  private static void write(Path store, Path draft, Path certificate, Path key, String host)
      throws IOException, GeneralSecurityException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = Base64.getUrlEncoder().encodeToString(secret);
    keytool(store, password, host);
    var kept = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      kept.load(in, password.toCharArray());
    }
    Key made = kept.getKey(ALIAS, password.toCharArray());
    pem(draft, certificate, "CERTIFICATE", kept.getCertificate(ALIAS).getEncoded());
    // Last: a key that is there means that both are.
    pem(draft, key, "PRIVATE KEY", made.getEncoded());
  }

  private static void keytool(Path store, String password, String host) throws IOException {
    String name = host.matches("[0-9.]+") ? "ip:" + host : "dns:" + host;
    var process =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=entente-syslog",
                "-validity",
                "3650",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1," + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                PASSWORD_VARIABLE));
    process.environment().put(PASSWORD_VARIABLE, password);
    process.redirectErrorStream(true);
    Process running = process.start();
    running.getOutputStream().close();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!running.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || running.exitValue() != 0) {
        running.destroyForcibly();
        throw new IOException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void pem(Path draft, Path file, String what, byte[] der) throws IOException {
    Path written = draft.resolve(String.valueOf(file.getFileName()));
    if (posix(draft)) {
      Files.createFile(
          written,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        written, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
