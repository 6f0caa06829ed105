package io.entente.simulator.apigee.proxy.exchange;

import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.message.MessageProperties;
import io.entente.simulator.apigee.proxy.variable.VariableSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One request with its messages and flow variables. Belongs to one thread at a time. */
public final class Exchange implements VariableSource {

  private final Clock clock;
  private final Callouts callouts;
  private Message request;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Message> made = new HashMap<>();
  private final List<Consumer<Message>> beforeSending = new ArrayList<>();
  private Optional<Message> response = Optional.empty();
  private Optional<Message> error = Optional.empty();
  private Phase phase = Phase.REQUEST;
  private Side side = Side.PROXY;
  private boolean skipping;
  private int depth;

  public Exchange(Clock clock, Callouts callouts, Message request) {
    this.clock = clock;
    this.callouts = callouts;
    this.request = request;
  }

  public Clock clock() {
    return clock;
  }

  public Message request() {
    return request;
  }

  public Optional<Message> response() {
    return response;
  }

  public Optional<Message> error() {
    return error;
  }

  /** From here on policies work on the response. */
  public void respond(Message message) {
    response = Optional.of(message);
    phase = Phase.RESPONSE;
  }

  /** From here on policies work on the error message. */
  public void fail(Fault fault) {
    error = Optional.of(fault.answer());
    phase = Phase.ERROR;
    values.put("is.error", true);
    values.put("error.message", fault.text());
    note(fault);
  }

  /** Tells of a fault that does not stop the flow. */
  public void note(Fault fault) {
    values.put("fault.name", fault.name());
    values.put("fault.type", fault.code());
    values.put("fault.reason", fault.text());
    values.put("fault.category", fault.category());
  }

  public Phase phase() {
    return phase;
  }

  public Side side() {
    return side;
  }

  public void enter(Side where) {
    side = where;
  }

  /** Answers at once: what is left of the request flows and the target are skipped. */
  public void skipToResponse(Message message) {
    skipping = true;
    response = Optional.of(message);
  }

  public boolean skipping() {
    return skipping;
  }

  /** The response flows begin, also after a skip. */
  public void stopSkipping() {
    skipping = false;
  }

  /** Has the final word on what is sent, be it a response or an error. */
  public void beforeSending(Consumer<Message> change) {
    beforeSending.add(change);
  }

  /** What goes to the client. */
  public Message outgoing() {
    Message message = error.or(() -> response).orElseGet(() -> Message.response(200));
    beforeSending.forEach(change -> change.accept(message));
    beforeSending.clear();
    return message;
  }

  /** The message of the phase. */
  public Message current() {
    return switch (phase) {
      case REQUEST -> request;
      case RESPONSE -> response.orElse(request);
      case ERROR -> error.orElse(request);
    };
  }

  /** A message by the name of its variable. */
  public Optional<Message> message(String name) {
    return switch (name) {
      case "message" -> Optional.of(current());
      case "request" -> Optional.of(request);
      case "response" -> response;
      case "error" -> error;
      default -> Optional.ofNullable(made.get(name));
    };
  }

  /** Keeps a message a policy made. */
  public void keep(String name, Message message) {
    switch (name) {
      case "request" -> request = message;
      case "response" -> response = Optional.of(message);
      case "error" -> error = Optional.of(message);
      default -> made.put(name, message);
    }
  }

  @Override
  public Optional<Object> get(String name) {
    Object value = values.get(name);
    if (value != null) {
      return Optional.of(value);
    }
    if (name.equals("system.timestamp")) {
      return Optional.of(clock.millis());
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : message(name.substring(0, dot))
            .flatMap(message -> MessageProperties.read(message, name.substring(dot + 1)));
  }

  /** Sets a flow variable or a property of a message. */
  public void set(String name, Object value) {
    int dot = name.indexOf('.');
    boolean property =
        dot > 0
            && message(name.substring(0, dot))
                .map(m -> MessageProperties.write(m, name.substring(dot + 1), value.toString()))
                .orElse(false);
    if (!property) {
      values.put(name, value);
    }
  }

  public void remove(String name) {
    values.remove(name);
  }

  /** The app's key that reads so. */
  public Optional<RunningKey> key(String key) {
    return callouts.key(key);
  }

  /** Runs a shared flow; a bound on the depth keeps flows that call each other from running on. */
  public void call(String sharedFlow) throws PolicyFault {
    if (depth == 8) {
      throw new PolicyFault(
          Fault.step(500, "flow.SharedFlowDepthExceeded", "Shared flows are nested deeper than 8"));
    }
    depth++;
    try {
      callouts.call(sharedFlow, this);
    } finally {
      depth--;
    }
  }
}
