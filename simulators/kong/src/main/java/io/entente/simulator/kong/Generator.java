package io.entente.simulator.kong;

import java.security.SecureRandom;
import java.util.UUID;

/** What a node makes up by itself. Any thread. */
public interface Generator {

  /** Real randomness and the clock of the machine. */
  Generator SYSTEM =
      new Generator() {
        private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        private final SecureRandom random = new SecureRandom();

        @Override
        public String uuid() {
          return UUID.randomUUID().toString();
        }

        @Override
        public String secret() {
          var text = new StringBuilder();
          for (int i = 0; i < 32; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
          }
          return text.toString();
        }

        @Override
        public long nowMillis() {
          return System.currentTimeMillis();
        }
      };

  /** A random id, lower case. */
  String uuid();

  /** A credential that nobody chose: 32 letters and digits. */
  String secret();

  /** Milliseconds since 1970. */
  long nowMillis();
}
