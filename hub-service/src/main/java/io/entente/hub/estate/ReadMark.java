package io.entente.hub.estate;

import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells whether a read found what an earlier read found, without the canonical text of every
 * object. Equal marks mean equal objects; equal objects read into another form (a number with other
 * trailing zeros) may have different marks, and the canonical hashes decide then. Never stored: it
 * holds within one process.
 */
record ReadMark(Hash value) {
  private static final int CHUNK = 500;

  /** The mark of {@code objects} in their order; on all processors. */
  static ReadMark of(Collection<NativeObject> objects) {
    List<NativeObject> all = List.copyOf(objects);
    int chunks = (all.size() + CHUNK - 1) / CHUNK;
    byte[][] parts = new byte[chunks][];
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            i -> parts[i] = digest(all.subList(i * CHUNK, Math.min(all.size(), (i + 1) * CHUNK))));
    MessageDigest whole = sha256();
    Arrays.stream(parts).forEach(whole::update);
    return new ReadMark(Hash.ofBytes(whole.digest()));
  }

  private static byte[] digest(List<NativeObject> objects) {
    MessageDigest digest = sha256();
    var bytes = new MarkBytes();
    for (NativeObject object : objects) {
      bytes.write(object);
      bytes.drainTo(digest);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
