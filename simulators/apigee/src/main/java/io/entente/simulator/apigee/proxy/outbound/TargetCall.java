package io.entente.simulator.apigee.proxy.outbound;

import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.tls.Trust;
import io.entente.simulator.apigee.proxy.wire.Headers;
import io.entente.simulator.apigee.proxy.wire.HopByHop;
import io.entente.simulator.apigee.proxy.wire.ResponseHead;
import io.entente.simulator.apigee.proxy.wire.WireInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.net.ssl.SSLSocket;

/** One request on a connection of its own. Blocks the calling thread. */
final class TargetCall {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final int connectMillis;
  private final int ioMillis;
  private final boolean anyCertificate;

  TargetCall(int connectMillis, int ioMillis, boolean anyCertificate) {
    this.connectMillis = connectMillis;
    this.ioMillis = ioMillis;
    this.anyCertificate = anyCertificate;
  }

  TargetOutcome send(TargetAddress to, Message request, String pathAndQuery) {
    try (var plain = new Socket()) {
      try {
        plain.connect(new InetSocketAddress(to.host(), to.port()), connectMillis);
      } catch (IOException refused) {
        return new TargetOutcome.Unreachable();
      }
      plain.setSoTimeout(ioMillis);
      plain.setTcpNoDelay(true);
      try (Socket socket = to.tls() ? secured(plain, to) : plain) {
        OutputStream out = socket.getOutputStream();
        out.write(bytes(to, request, pathAndQuery));
        out.flush();
        return answer(new WireInput(socket.getInputStream()), request.verb().equals("HEAD"));
      }
    } catch (SocketTimeoutException slow) {
      return new TargetOutcome.TimedOut();
    } catch (IOException broken) {
      return new TargetOutcome.BrokenOff();
    }
  }

  private static TargetOutcome answer(WireInput in, boolean head) throws IOException {
    ResponseHead answer = ResponseHead.read(in);
    byte[] body = answer.body(in, head);
    return new TargetOutcome.Answered(
        Message.response(answer.status())
            .reason(answer.reason())
            .content(body)
            .headers(HopByHop.without(answer.headers())));
  }

  private Socket secured(Socket plain, TargetAddress to) throws IOException {
    Trust trust = anyCertificate ? Trust.blind() : Trust.ofRuntime();
    var socket =
        (SSLSocket)
            trust.context().getSocketFactory().createSocket(plain, to.host(), to.port(), true);
    if (!anyCertificate) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    return socket;
  }

  private static byte[] bytes(TargetAddress to, Message request, String pathAndQuery)
      throws IOException {
    Headers headers = HopByHop.without(request.headers());
    headers.remove("Host").remove("Content-Length").remove("Expect");
    var head = new StringBuilder();
    head.append(request.verb()).append(' ').append(pathAndQuery).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(to.authority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (request.content().length > 0 || WITH_BODY.contains(request.verb())) {
      head.append("Content-Length: ").append(request.content().length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    var out = new ByteArrayOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(request.content());
    return out.toByteArray();
  }
}
