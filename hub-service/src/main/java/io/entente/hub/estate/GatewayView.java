package io.entente.hub.estate;

import io.entente.model.estate.Gateway.WriteMode;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway as it is shown.
 *
 * @param writes {@code observeOnly} or {@code managed}
 * @param version of its document
 * @param lastRead how the last read went; absent before the first
 */
public record GatewayView(
    String name,
    String vendor,
    Map<String, String> labels,
    String writes,
    int version,
    Map<String, String> settings,
    Optional<LastRead> lastRead) {
  static GatewayView of(GatewayDocument document, Optional<LastRead> lastRead) {
    var gateway = document.gateway();
    return new GatewayView(
        gateway.id().value(),
        gateway.vendor().label(),
        gateway.labels().values(),
        gateway.writes() == WriteMode.MANAGED ? "managed" : "observeOnly",
        document.version(),
        document.settings(),
        lastRead);
  }
}
