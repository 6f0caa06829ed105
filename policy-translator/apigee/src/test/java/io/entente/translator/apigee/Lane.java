package io.entente.translator.apigee;

import io.entente.engine.Headers;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.Translation;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** Where requests are judged: at the hooks around a proxy of others, or in the proxy we made. */
final class Lane {

  private final boolean made;
  private final String basePath;
  private final Optional<Interpreter> before;
  private final Optional<Interpreter> after;

  /**
   * @param commonPath of the routes, where we made the proxy
   */
  Lane(boolean made, World world, Translation translation, String commonPath) {
    this.made = made;
    this.basePath = made ? commonPath : Worlds.BASE;
    var written = world.written(translation);
    this.before =
        made ? bundle(written, "apis", "entente-shop") : flow(written, "entente-prod-pre-proxy");
    this.after = made ? before : flow(written, "entente-prod-post-proxy");
  }

  boolean reaches(String path) {
    return path.equals(basePath) || path.startsWith(basePath + "/");
  }

  /** Empty where the request does not come to the proxy. */
  Optional<Message> message(
      String path, String method, String address, Instant now, Headers headers) {
    return reaches(path)
        ? Optional.of(
            new Message(
                made ? "entente-shop" : "orders",
                path.substring(basePath.length()),
                method,
                address,
                now,
                headers,
                Headers.none()))
        : Optional.empty();
  }

  /** The status of the fault; empty where the request goes on. */
  Optional<Integer> ask(Message message) {
    if (!made) {
      return before.flatMap(bundle -> shared(bundle, message));
    }
    Interpreter bundle = before.orElseThrow();
    return bundle
        .run(
            "apiproxy/policies/",
            bundle.steps("apiproxy/proxies/default.xml", "PreFlow", "Request"),
            message)
        .or(() -> bundle.unrouted(message));
  }

  /** Lets the answer of the upstream go back. */
  void answer(Message message) {
    after.ifPresent(
        bundle -> {
          if (made) {
            bundle.run(
                "apiproxy/policies/",
                bundle.steps("apiproxy/proxies/default.xml", "PostFlow", "Response"),
                message);
          } else {
            shared(bundle, message);
          }
        });
  }

  private static Optional<Integer> shared(Interpreter bundle, Message message) {
    return bundle.run(
        "sharedflowbundle/policies/",
        bundle.steps("sharedflowbundle/sharedflows/default.xml"),
        message);
  }

  private static Optional<Interpreter> flow(
      SortedMap<ObjectKey, SortedMap<String, Blob>> written, String name) {
    return bundle(written, "sharedflows", name);
  }

  private static Optional<Interpreter> bundle(
      SortedMap<ObjectKey, SortedMap<String, Blob>> written, String kind, String name) {
    return Optional.ofNullable(written.get(new ObjectKey(kind, name))).map(Interpreter::new);
  }
}
