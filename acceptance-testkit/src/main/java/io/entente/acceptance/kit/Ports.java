package io.entente.acceptance.kit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on the loopback interface. */
public final class Ports {

  private static final int LOWEST = 20_000;
  private static final int LOWEST_OUTGOING = 32_768;
  private static final int TRIES = 1_000;

  private Ports() {}

  /** A free port for each name, the next one free as well: some programs take two in a row. */
  public static Map<String, Integer> free(List<String> names) throws IOException {
    var ports = new HashMap<String, Integer>();
    for (String name : names) {
      int port = free();
      while (ports.containsValue(port)
          || isOpen(port + 1)
          || ports.containsValue(port + 1)
          || ports.containsValue(port - 1)) {
        port = free();
      }
      ports.put(name, port);
    }
    return ports;
  }

  /** Whether somebody listens there. */
  public static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A port nobody listens on, below those that the kernel gives to outgoing connections: one of
   * these could be taken by a connection before the program that is to listen there has started.
   */
  private static int free() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OUTGOING - 1);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one.
      }
    }
    throw new IOException("no free port found in " + TRIES + " tries");
  }
}
