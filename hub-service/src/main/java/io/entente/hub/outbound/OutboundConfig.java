package io.entente.hub.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where the hub may call. */
@ConfigMapping(prefix = "entente.outbound")
public interface OutboundConfig {

  /**
   * Loopback and private ranges that the hub may call, as {@code address/bits} with commas between.
   * Name the ranges of your gateways, for example {@code 10.0.0.0/8}; addresses of the link and of
   * clouds' metadata are refused whatever stands here. Setting it replaces the default.
   */
  @WithDefault("127.0.0.0/8,::1/128")
  List<String> allow();
}
