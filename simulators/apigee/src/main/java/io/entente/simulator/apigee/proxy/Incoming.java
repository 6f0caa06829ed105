package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.message.QueryString;
import io.entente.simulator.apigee.proxy.wire.Headers;
import io.entente.simulator.apigee.proxy.wire.HopByHop;
import io.entente.simulator.apigee.proxy.wire.RequestHead;
import java.util.List;

/**
 * A request as it came.
 *
 * @param peer address of the other end of the connection
 * @param startedAt epoch milliseconds
 * @param endedAt epoch milliseconds
 */
record Incoming(
    RequestHead head, byte[] body, String peer, int peerPort, long startedAt, long endedAt) {

  /** The message policies see: the peer is the last address of X-Forwarded-For. */
  Message message() {
    Headers headers = HopByHop.without(head.headers());
    headers.remove("Expect");
    List<String> forwarded = headers.values("X-Forwarded-For");
    headers.set(
        "X-Forwarded-For", forwarded.isEmpty() ? peer : String.join(", ", forwarded) + ", " + peer);
    return Message.request()
        .verb(head.method())
        .version(head.version())
        .path(head.path())
        .query(QueryString.parse(head.query()))
        .content(body)
        .headers(headers);
  }

  String host() {
    return head.headers().first("Host").orElse("");
  }
}
