package io.entente.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file that keeps the hub's key; only its owner may read it. */
final class MasterKeyFile {

  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

  private MasterKeyFile() {}

  /** The key in {@code file}, which is made with a new one where it is missing. */
  static byte[] readOrCreate(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        create(file);
      }
      if (posix(file)) {
        Files.setPosixFilePermissions(file, OURS);
      }
      return decode(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the key in " + file + " cannot be used: " + e, e);
    }
  }

  /** The key written as base64; {@code where} is named when it is not one. */
  static byte[] decode(String text, String where) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      // Without the cause: its message repeats a character of the key.
      throw new IllegalStateException("the key in " + where + " is not base64");
    }
    if (key.length != HubKey.BYTES) {
      throw new IllegalStateException(
          "the key in " + where + " has " + key.length + " bytes, not " + HubKey.BYTES);
    }
    return key;
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[HubKey.BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    if (posix(file)) {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OURS));
    }
    Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
    try {
      // Never over a key that is there: what it made would no longer be known.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException raced) {
      Files.delete(draft);
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file);
      return;
    }
    Files.delete(draft);
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
