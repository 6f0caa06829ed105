package io.entente.hub.access;

import io.entente.hub.config.HubConfig;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens with which gateways deliver their logs. A token is computed from the hub's key, so it
 * can be installed again at any time and nothing of it is stored. It allows delivering for its
 * gateway and nothing else. Fast; safe for many threads.
 */
@ApplicationScoped
public class IngestTokens {

  private static final String PREFIX = "ing1.";
  private static final int LONGEST = 400;
  private static final List<Integer> FIRST = List.of(1);

  private final HubKey key;
  private final Tenant tenant;
  private final Map<String, List<Integer>> generations;

  /** Computed before: they change with the settings only. */
  private final Map<GatewayId, List<byte[]>> right = new ConcurrentHashMap<>();

  @Inject
  IngestTokens(HubKey key, HubConfig config, IngestTokenConfig tokens) {
    this(key, new Tenant(config.tenant()), tokens.generations());
  }

  IngestTokens(HubKey key, Tenant tenant, Map<String, List<Integer>> generations) {
    this.key = key;
    this.tenant = tenant;
    this.generations = Map.copyOf(generations);
  }

  /** The token that {@code gateway} is to use. */
  public String token(GatewayId gateway) {
    return token(gateway, Collections.max(accepted(gateway)));
  }

  /** The gateway whose token this is; whether there is such a gateway, others know. */
  public Optional<GatewayId> verify(String token) {
    int end = token.lastIndexOf('.');
    if (token.length() > LONGEST || !token.startsWith(PREFIX) || end < PREFIX.length()) {
      return Optional.empty();
    }
    GatewayId gateway;
    try {
      gateway = new GatewayId(token.substring(PREFIX.length(), end));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
    byte[] given = token.getBytes(StandardCharsets.UTF_8);
    List<byte[]> tokens = right.get(gateway);
    if (tokens == null) {
      tokens = accepted(gateway).stream().map(one -> bytes(gateway, one)).toList();
    }
    boolean known = false;
    for (byte[] one : tokens) {
      known |= MessageDigest.isEqual(one, given);
    }
    if (!known) {
      return Optional.empty();
    }
    // Only of those who have a token, so that others cannot fill it.
    right.putIfAbsent(gateway, tokens);
    return Optional.of(gateway);
  }

  private byte[] bytes(GatewayId gateway, int generation) {
    return token(gateway, generation).getBytes(StandardCharsets.UTF_8);
  }

  private List<Integer> accepted(GatewayId gateway) {
    List<Integer> told = generations.getOrDefault(gateway.value(), FIRST);
    return told.isEmpty() ? FIRST : told;
  }

  private String token(GatewayId gateway, int generation) {
    // Names hold no '|', so no two of these texts are the same.
    byte[] mac = key.mac("ingest|" + tenant + '|' + gateway + '|' + generation);
    return PREFIX + gateway + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
