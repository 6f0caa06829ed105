package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.wire.BadMessage;
import io.entente.simulator.apigee.proxy.wire.RequestHead;
import io.entente.simulator.apigee.proxy.wire.WireInput;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Serves the requests of one connection, one after the other. */
final class ClientConnection {

  private static final int IDLE_MILLIS = 60_000;

  private final Socket socket;
  private final MessageProcessor processor;

  ClientConnection(Socket socket, MessageProcessor processor) {
    this.socket = socket;
    this.processor = processor;
  }

  /** Returns when either side has had enough. */
  void serve() throws IOException {
    socket.setSoTimeout(IDLE_MILLIS);
    socket.setTcpNoDelay(true);
    var in = new WireInput(socket.getInputStream());
    boolean more = true;
    while (more && in.more()) {
      more = request(in);
    }
  }

  private boolean request(WireInput in) throws IOException {
    long start = processor.now();
    RequestHead head;
    byte[] body;
    try {
      head = RequestHead.read(in);
      if (head.expectsContinue()) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
      body = head.body(in);
    } catch (BadMessage bad) {
      String code = bad.status() == 413 ? "TooBigBody" : "BadFormData";
      Message answer = Fault.answer(bad.status(), "protocol.http." + code, "Bad request");
      new ResponseWriter(socket.getOutputStream()).write(answer, false, false);
      return false;
    }
    String peer = socket.getInetAddress().getHostAddress();
    var request = new Incoming(head, body, peer, socket.getPort(), start, processor.now());
    return processor.process(request, new ResponseWriter(socket.getOutputStream()));
  }
}
