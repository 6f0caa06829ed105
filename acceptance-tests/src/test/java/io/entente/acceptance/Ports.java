package io.entente.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Free ports on the loopback interface. */
final class Ports {

  private Ports() {}

  /** A free port for each name, the next one free as well: some programs take two in a row. */
  static Map<String, Integer> free(List<String> names) throws IOException {
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

  static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
