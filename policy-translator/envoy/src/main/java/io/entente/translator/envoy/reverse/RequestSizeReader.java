package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.RequestSize;
import java.util.Map;
import java.util.Optional;

/** {@code buffer} as {@code requestSize}. */
final class RequestSizeReader implements FilterReader {

  @Override
  public String family() {
    return "buffer";
  }

  @Override
  public FilterReading read(Acting acting) {
    if (Trees.isTrue(acting.message(), "disabled")) {
      return FilterReading.nothing();
    }
    return size(acting.message())
        .map(size -> FilterReading.of(size, Map.of()))
        .orElseGet(
            () -> FilterReading.unsaid("Its size is none of 1.." + RequestSize.LARGEST + "."));
  }

  /** Of the filter itself or of what configures it. */
  static Optional<RequestSize> size(Node.Obj message) {
    Node.Obj buffer =
        message.field("buffer").isPresent() ? Trees.objectAt(message, "buffer") : message;
    if (!Trees.only(buffer, "max_request_bytes")) {
      return Optional.empty();
    }
    return Trees.whole(buffer, "max_request_bytes")
        .filter(bytes -> bytes >= 1 && bytes <= RequestSize.LARGEST)
        .map(RequestSize::new);
  }
}
