package io.entente.simulator.kong.proxy.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.Snapshot;
import io.entente.simulator.kong.proxy.route.RouteMatch;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request on its way through the gateway. Used by one thread. */
public final class Exchange {

  private final Connection connection;
  private final RequestHead head;
  private final byte[] body;
  private final ClientAddress client;
  private final Snapshot snapshot;
  private final Outgoing outgoing;
  private final Headers early = new Headers();
  private final List<Try> tries = new ArrayList<>();
  private final Map<String, Object> notes = new HashMap<>();
  private final Clock clock = new Clock();
  private String normalPath = "/";
  private Optional<RouteMatch> match = Optional.empty();
  private Optional<Identity> identity = Optional.empty();
  private Optional<ResponseDraft> response = Optional.empty();
  private long sentBytes;

  public Exchange(
      Connection connection,
      RequestHead head,
      byte[] body,
      ClientAddress client,
      Snapshot snapshot) {
    this.connection = connection;
    this.head = head;
    this.body = body;
    this.client = client;
    this.snapshot = snapshot;
    this.outgoing = new Outgoing(head, body);
  }

  public Connection connection() {
    return connection;
  }

  public RequestHead head() {
    return head;
  }

  /** The body as the client sent it. */
  public byte[] body() {
    return body;
  }

  public ClientAddress client() {
    return client;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** The request as it goes on; plugins read headers here too, so that they see earlier changes. */
  public Outgoing outgoing() {
    return outgoing;
  }

  public Clock clock() {
    return clock;
  }

  /** Headers set before the service was asked; they precede those of the service. */
  public Headers early() {
    return early;
  }

  public List<Try> tries() {
    return tries;
  }

  public Optional<RouteMatch> match() {
    return match;
  }

  /** The normalised path, not escaped. */
  public String normalPath() {
    return normalPath;
  }

  public void matched(String normalised, RouteMatch found) {
    normalPath = normalised;
    match = Optional.of(found);
  }

  public String routeId() {
    return match.map(m -> Json.id(m.route())).orElse("");
  }

  public Optional<JsonNode> service() {
    return match.flatMap(RouteMatch::service);
  }

  public String serviceId() {
    return service().map(Json::id).orElse("");
  }

  public Optional<Identity> identity() {
    return identity;
  }

  public void identity(Identity found) {
    identity = Optional.of(found);
  }

  public String consumerId() {
    return identity.map(found -> Json.id(found.consumer())).orElse("");
  }

  /** The answer, once there is one. */
  public Optional<ResponseDraft> response() {
    return response;
  }

  public void response(ResponseDraft draft) {
    response = Optional.of(draft);
  }

  /** Bytes of the whole answer, once it is sent. */
  public long sentBytes() {
    return sentBytes;
  }

  public void sentBytes(long bytes) {
    sentBytes = bytes;
  }

  /** What a plugin remembers from one phase to the next, by a name of its own. */
  public void note(String name, Object value) {
    notes.put(name, value);
  }

  public <T> Optional<T> note(String name, Class<T> type) {
    return Optional.ofNullable(notes.get(name)).map(type::cast);
  }

  /** An error answer in the media type the client accepts. */
  public Answer error(int status, String message, Headers headers) {
    return ErrorPage.negotiated(status, message, headers, head.headers(), connection.requestId());
  }

  public Answer error(int status, String message) {
    return error(status, message, new Headers());
  }
}
