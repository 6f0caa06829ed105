package io.entente.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds all the hub keeps, locked so that two hubs cannot share it. */
public final class DataDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /** The folder named by {@code entente.data-dir} or {@code ENTENTE_DATA_DIR}. */
  public static Path configured() {
    String property = System.getProperty("entente.data-dir", System.getenv("ENTENTE_DATA_DIR"));
    return Path.of(property == null ? ".entente/data" : property).toAbsolutePath().normalize();
  }

  /** Makes the folder where missing and locks it; throws when another process holds it. */
  public static DataDirectory lock(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new IllegalStateException(
            "data folder " + path + " is in use by another hub: stop it, or set ENTENTE_DATA_DIR");
      }
      return new DataDirectory(path, channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("data folder " + path + " cannot be used: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("lock of " + path + " cannot be released", e);
    }
  }
}
