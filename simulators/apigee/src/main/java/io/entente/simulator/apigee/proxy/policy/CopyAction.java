package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;

/** The Copy element: parts of another message; an empty list of headers stands for all. */
final class CopyAction {

  private CopyAction() {}

  static List<MessageChange> read(Element action) throws BadPolicy {
    String source = Elements.attribute(action, "source").orElse("message");
    BiConsumer<Message, Message> copy =
        headers(action)
            .andThen(params(action))
            .andThen(when(action, "Payload", (from, to) -> to.content(from.content())))
            .andThen(when(action, "Verb", (from, to) -> to.verb(from.verb())))
            .andThen(when(action, "Path", (from, to) -> to.assignPath(from.path())))
            .andThen(when(action, "Version", (from, to) -> to.version(from.version())))
            .andThen(when(action, "StatusCode", (from, to) -> to.status(from.status())))
            .andThen(when(action, "ReasonPhrase", (from, to) -> to.reason(from.reason())));
    return List.of(
        (exchange, to, lenient) ->
            source(exchange, source).ifPresent(from -> copy.accept(from, to)));
  }

  private static Optional<Message> source(Exchange exchange, String name) {
    return exchange.message(name).map(Message::copy);
  }

  private static BiConsumer<Message, Message> headers(Element action) throws BadPolicy {
    if (Elements.child(action, "Headers").isEmpty()) {
      return (from, to) -> {};
    }
    List<Element> named = Elements.nested(action, "Headers", "Header");
    if (named.isEmpty()) {
      return (from, to) -> from.headers().names().forEach(name -> copyHeader(name, from, to));
    }
    BiConsumer<Message, Message> copy = (from, to) -> {};
    for (Element header : named) {
      String name = MessageChanges.name(header);
      if (!Elements.text(header).equals("false")) {
        copy = copy.andThen((from, to) -> copyHeader(name, from, to));
      }
    }
    return copy;
  }

  private static void copyHeader(String name, Message from, Message to) {
    to.headers().remove(name);
    from.headers().lines(name).forEach(value -> to.headers().add(name, value));
  }

  private static BiConsumer<Message, Message> params(Element action) throws BadPolicy {
    if (Elements.child(action, "QueryParams").isEmpty()) {
      return (from, to) -> {};
    }
    List<Element> named = Elements.nested(action, "QueryParams", "QueryParam");
    if (named.isEmpty()) {
      return (from, to) -> to.query(from.query());
    }
    BiConsumer<Message, Message> copy = (from, to) -> {};
    for (Element param : named) {
      String name = MessageChanges.name(param);
      copy =
          copy.andThen(
              (from, to) -> {
                to.query().remove(name);
                from.query().values(name).forEach(value -> to.query().add(name, value));
              });
    }
    return copy;
  }

  private static BiConsumer<Message, Message> when(
      Element action, String part, BiConsumer<Message, Message> copy) {
    return Elements.truth(action, part, false) ? copy : (from, to) -> {};
  }
}
