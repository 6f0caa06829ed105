package io.entente.hub.estate;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Objects as bytes that no other object has: every text with its length, every kind of node with a
 * letter of its own. Cheap to write, meant for digests only. Not thread-safe.
 */
final class MarkBytes {
  private static final int ASCII = 0x80;
  private static final byte WIDE = (byte) ASCII;

  private byte[] buffer = new byte[4096];
  private int size;

  void write(NativeObject object) {
    text(object.key().kind());
    text(object.key().nativeId());
    if (object.content() instanceof Content.Tree tree) {
      letter('t');
      write(tree.root());
    } else {
      letter('f');
      var entries = ((Content.Files) object.content()).entries();
      number(entries.size());
      entries.forEach(
          (name, hash) -> {
            text(name);
            text(hash.hex());
          });
    }
  }

  /** Gives what was written to the digest and begins anew. */
  void drainTo(MessageDigest digest) {
    digest.update(buffer, 0, size);
    size = 0;
  }

  private void write(Node node) {
    if (node instanceof Node.Obj obj) {
      letter('{');
      number(obj.fields().size());
      for (var field : obj.fields().entrySet()) {
        text(field.getKey());
        write(field.getValue());
      }
    } else if (node instanceof Node.Arr arr) {
      letter('[');
      number(arr.items().size());
      arr.items().forEach(this::write);
    } else if (node instanceof Node.Value value) {
      write(value.value());
    } else if (node instanceof Node.Secret secret) {
      // As in canonical text: a secret is the same whatever reference it has.
      letter('s');
      text(secret.hmac().hex());
    } else {
      var pending = (Node.Pending) node;
      letter('p');
      text(pending.producer().kind());
      text(pending.producer().nativeId());
      text(pending.output());
    }
  }

  private void write(Scalar scalar) {
    if (scalar instanceof Scalar.Text text) {
      letter('"');
      text(text.value());
    } else if (scalar instanceof Scalar.Num num) {
      letter('n');
      text(num.value().toString());
    } else if (scalar instanceof Scalar.Bool bool) {
      letter(bool.value() ? '1' : '0');
    } else {
      letter('-');
    }
  }

  private void letter(char letter) {
    room(1);
    buffer[size++] = (byte) letter;
  }

  private void number(int value) {
    room(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      buffer[size++] = (byte) (value >> shift);
    }
  }

  /** ASCII as it is, any other unit (unpaired surrogates too) behind a mark. */
  private void text(String text) {
    int length = text.length();
    number(length);
    room(3 * length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ASCII) {
        buffer[size++] = (byte) c;
      } else {
        buffer[size++] = WIDE;
        buffer[size++] = (byte) (c >> 8);
        buffer[size++] = (byte) c;
      }
    }
  }

  private void room(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes));
    }
  }
}
