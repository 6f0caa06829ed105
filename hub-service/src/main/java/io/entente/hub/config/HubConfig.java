package io.entente.hub.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The hub itself: whom it serves, where it keeps things, what it starts with. */
@ConfigMapping(prefix = "entente")
public interface HubConfig {

  /**
   * Name of the tenant this hub serves; it is written in every row and every event. Change it only
   * before the first start: rows of another tenant are not seen.
   */
  @WithDefault("main")
  @Pattern(regexp = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")
  String tenant();

  /**
   * Folder for everything that is kept: embedded database and broker, traffic store, admin token,
   * master key. Put it on a disk that is backed up; two hubs cannot share it.
   */
  @WithDefault(".entente/data")
  String dataDir();

  /**
   * The hub's key, 32 bytes in base64, from which delivery tokens and the sealing of credentials
   * are derived; where not set, the file {@code master-key} in the data folder, made at the first
   * start. Set it where the data folder is not to hold the key. A hub that loses it must give every
   * gateway new tokens and every credential anew.
   */
  Optional<String> masterKey();

  /**
   * YAML file of documents that are applied at every start as if they came over REST; a broken one
   * stops the start. Set it where gateways are declared by deployment.
   */
  Optional<String> gatewaysFile();
}
