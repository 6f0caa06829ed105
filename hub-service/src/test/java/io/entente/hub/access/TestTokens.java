package io.entente.hub.access;

import io.entente.model.identity.Tenant;
import java.util.Map;

/** Tokens of a hub whose key is known. */
public final class TestTokens {

  public static final IngestTokens TOKENS =
      new IngestTokens(new HubKey(new byte[32]), new Tenant("main"), Map.of());

  private TestTokens() {}
}
