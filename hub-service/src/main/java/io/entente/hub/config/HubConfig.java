package io.entente.hub.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code entente.}; environment variables as ENTENTE_TENANT and so on. */
@ConfigMapping(prefix = "entente")
public interface HubConfig {

  /** The tenant this hub serves; written in every row. */
  @WithDefault("main")
  String tenant();

  /** Folder for everything that is kept: database, broker, traffic store, admin token. */
  @WithDefault(".entente/data")
  String dataDir();

  /** YAML file of documents applied at every start; a broken one stops the start. */
  Optional<String> gatewaysFile();

  Xds xds();

  Inventory inventory();

  /** The server that Envoy processes connect to. */
  interface Xds {

    /** Address to bind. */
    @WithDefault("127.0.0.1")
    String host();

    /** Port to bind; 0 takes a free one. */
    @WithDefault("18000")
    int port();
  }

  /** Reading gateways. */
  interface Inventory {

    /** How often every gateway is read: what holds policies and what is ours. */
    @WithDefault("60s")
    Duration interval();

    /** How often all of a gateway is read where that is much work. */
    @WithDefault("15m")
    Duration fullInterval();
  }
}
