package io.entente.hub.kafka;

import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * The machine code of lz4 for Kafka's clients. By itself the library takes it only where the class
 * loader of the virtual machine loads it, and a packaged hub has its own; Java's takes longer.
 */
final class NativeLz4 {

  private static final Logger LOG = Logger.getLogger(NativeLz4.class);

  private NativeLz4() {}

  /** Loads it where this machine can; where it cannot, Kafka goes on with Java's. */
  static void load() {
    try {
      LOG.debugf("Kafka compresses by %s", LZ4Factory.nativeInstance());
    } catch (LinkageError | RuntimeException e) {
      LOG.infof("Kafka compresses in Java, as lz4 cannot be loaded: %s", e.getMessage());
    }
  }
}
