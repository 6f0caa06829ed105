package io.entente.hub.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** The tokens with which gateways deliver their logs. */
@ConfigMapping(prefix = "entente.ingest.token")
public interface IngestTokenConfig {

  /**
   * The generations of tokens a gateway may use, by its name; 1 where nothing is said. The highest
   * is the one given out: {@code 1,2} replaces a token without a gap, {@code 2} then ends the old.
   */
  Map<String, List<Integer>> generations();
}
