package io.entente.hub.ingest;

import io.entente.connector.apigee.log.LogSender;
import io.entente.connector.apigee.log.LogSenders;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.estate.Estate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** The gateways whose lines are taken, by their ingest tokens. Blocks. */
@ApplicationScoped
class SyslogSenders implements LogSenders {

  private final IngestTokens tokens;
  private final FreshLookup<LogSender> known;

  SyslogSenders(IngestTokens tokens, Estate estate) {
    this.tokens = tokens;
    this.known =
        new FreshLookup<>(
            gateway ->
                estate
                    .gateway(gateway)
                    .map(
                        found ->
                            new LogSender(
                                estate.tenant(),
                                gateway,
                                BoundProxies.of(gateway, estate.apisOn(gateway)))),
            InstantSource.system());
  }

  @Override
  public Optional<LogSender> of(String token) {
    return tokens.verify(token).flatMap(known::of);
  }
}
