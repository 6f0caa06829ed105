package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.policy.RequestSize;
import io.entente.translator.kong.emit.RequestSizeEmitter;
import java.util.List;
import java.util.Map;

/** request-size-limiting. */
final class RequestSizeReader implements PluginReader {

  private static final String UNIT =
      "The size is said in another unit than bytes; a policy of it says the same size in bytes.";

  @Override
  public String plugin() {
    return RequestSizeEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    long size =
        config.whole("allowed_payload_size").orElseThrow(() -> new NotSaid("it names no size"));
    if (size > RequestSize.LARGEST) {
      throw new NotSaid("its size is above 1 GiB, the largest that a policy can say");
    }
    return List.of(new RequestSize(size * unit(config.text("size_unit").orElse(""))));
  }

  private static long unit(String name) {
    return switch (name) {
      case "bytes" -> 1;
      case "kilobytes" -> 1 << 10;
      case "megabytes" -> 1 << 20;
      default -> throw new NotSaid("its unit is none of bytes, kilobytes and megabytes");
    };
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.allowed_payload_size", UNIT,
        "config.size_unit", UNIT,
        "config.require_content_length",
            "Requests that do not say the length of their body are refused with 411; a policy"
                + " takes them.");
  }
}
