package io.entente.hub.estate;

import io.entente.connector.envoy.GatewayAuthenticator;
import io.entente.connector.envoy.GatewayIdentity;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Hash;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Tokens of gateways, by their hash: 256 random bits need no slow one. At most two are valid at
 * once, so that one can be replaced without a gap. Blocks.
 */
@ApplicationScoped
public class CredentialStore implements GatewayAuthenticator {
  static final int MAX_VALID = 2;

  /** A revoked token is taken for at most this long by a replica that saw it before. */
  private static final Duration CACHED = Duration.ofSeconds(5);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataSource database;
  private final Audit audit;
  private final Tenant tenant;
  private final Map<Hash, Known> known = new ConcurrentHashMap<>();

  public CredentialStore(DataSource database, Audit audit, Tenant tenant) {
    this.database = database;
    this.audit = audit;
    this.tenant = tenant;
  }

  private record Known(GatewayIdentity identity, Instant until) {}

  /**
   * Makes a new token.
   *
   * @throws ProblemException CREDENTIAL_LIMIT when two are valid already
   */
  public IssuedCredential issue(GatewayId gateway, String actor) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = "ent_gw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String id = UUID.randomUUID().toString();
    return Sql.inTransaction(
        database,
        "issue a credential of gateway " + gateway,
        connection -> {
          audited(connection, "credential.issue", gateway, id, actor);
          if (valid(connection, gateway).size() >= MAX_VALID) {
            throw new ProblemException(
                Problem.user(
                    "CREDENTIAL_LIMIT",
                    "Gateway " + gateway + " has " + MAX_VALID + " valid credentials.",
                    "gateway",
                    gateway.value(),
                    "Revoke the one no process uses any more, then ask again."));
          }
          Sql.update(
              connection,
              "insert into gateway_credential"
                  + " (id, tenant, gateway, token_hash, created_at, created_by)"
                  + " values (?, ?, ?, ?, ?, ?)",
              id,
              tenant.value(),
              gateway.value(),
              Hash.ofText(token).hex(),
              Instant.now(),
              actor);
          return new IssuedCredential(id, token);
        });
  }

  /** Valid credentials, oldest first. */
  public List<GatewayCredential> valid(GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "list the credentials of gateway " + gateway,
        connection -> valid(connection, gateway));
  }

  /** Ends a credential; false when there is no such valid one. Open streams stay open. */
  public boolean revoke(GatewayId gateway, String id, String actor) {
    boolean revoked =
        Sql.inTransaction(
            database,
            "revoke a credential of gateway " + gateway,
            connection -> {
              boolean found =
                  Sql.update(
                          connection,
                          "update gateway_credential set revoked_at = ? where tenant = ?"
                              + " and gateway = ? and id = ? and revoked_at is null",
                          Instant.now(),
                          tenant.value(),
                          gateway.value(),
                          id)
                      == 1;
              if (found) {
                audited(connection, "credential.revoke", gateway, id, actor);
              }
              return found;
            });
    known.clear();
    return revoked;
  }

  @Override
  public Optional<GatewayIdentity> authenticate(String token) {
    Hash hash = Hash.ofText(token);
    Instant now = Instant.now();
    Known seen = known.get(hash);
    if (seen != null && now.isBefore(seen.until())) {
      return Optional.of(seen.identity());
    }
    known.remove(hash);
    Optional<GatewayIdentity> found =
        Sql.inTransaction(database, "look a credential up", connection -> find(connection, hash));
    found.ifPresent(identity -> known.put(hash, new Known(identity, now.plus(CACHED))));
    return found;
  }

  private static Optional<GatewayIdentity> find(Connection connection, Hash hash)
      throws SQLException {
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select tenant, gateway from gateway_credential"
                    + " where token_hash = ? and revoked_at is null",
                hash.hex());
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new GatewayIdentity(new Tenant(row.getString(1)), new GatewayId(row.getString(2))))
          : Optional.empty();
    }
  }

  private List<GatewayCredential> valid(Connection connection, GatewayId gateway)
      throws SQLException {
    var found = new ArrayList<GatewayCredential>();
    try (PreparedStatement select =
            Sql.statement(
                connection,
                "select id, created_at, created_by from gateway_credential where tenant = ?"
                    + " and gateway = ? and revoked_at is null order by created_at",
                tenant.value(),
                gateway.value());
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new GatewayCredential(
                row.getString(1),
                gateway,
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3)));
      }
    }
    return found;
  }

  // Appending to the audit holds the tenant's chain: two callers cannot both count to one.
  private void audited(
      Connection connection, String action, GatewayId gateway, String id, String actor)
      throws SQLException {
    audit.record(
        connection,
        new AuditEntry(
            actor, action, "gateway/" + gateway, Node.obj(Map.of("credential", Node.text(id)))));
  }
}
