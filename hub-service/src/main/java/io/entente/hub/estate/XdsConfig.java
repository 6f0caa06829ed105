package io.entente.hub.estate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The server that Envoy processes connect to, for configuration and access logs. */
@ConfigMapping(prefix = "entente.xds")
public interface XdsConfig {

  /** Address to bind. Set it when Envoy runs on another machine. */
  @WithDefault("127.0.0.1")
  String host();

  /** Port to bind; 0 takes a free one. Change it when the port is taken. */
  @WithDefault("18000")
  @Min(0)
  @Max(65535)
  int port();
}
