package io.entente.hub.estate;

import io.entente.connector.kong.KongCredential;
import io.entente.hub.access.Envelope;
import io.entente.hub.access.HubSecrets;
import io.entente.hub.access.SecretSource;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.hub.outbound.Transport;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What gateways are called with, sealed. Written by operators, opened by connectors, shown to
 * nobody. Blocks; safe to share between threads.
 */
@ApplicationScoped
public class VendorCredentials implements SecretSource {
  private final DataSource database;
  private final Envelope envelope;
  private final OutboundGuard guard;
  private final Audit audit;
  private final Tenant tenant;

  public VendorCredentials(
      DataSource database, Envelope envelope, OutboundGuard guard, Audit audit, Tenant tenant) {
    this.database = database;
    this.envelope = envelope;
    this.guard = guard;
    this.audit = audit;
    this.tenant = tenant;
  }

  /**
   * Stores the credential in place of any other, for the address that the document names.
   *
   * @throws ProblemException CREDENTIAL_INVALID, CREDENTIAL_TOO_LARGE, CREDENTIAL_UNSUPPORTED or
   *     OUTBOUND_REFUSED; what was stored stays then
   */
  public VendorCredential set(GatewayDocument document, byte[] json, String actor) {
    var checked = CheckedCredential.of(document, json);
    checked.requireText(guard);
    GatewayId gateway = document.gateway().id();
    String place = CheckedCredential.place(document);
    var stored =
        new VendorCredential(
            checked.type(),
            envelope.fingerprint(json),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Optional.of(place));
    var secret = envelope.seal(json, context(gateway));
    Sql.inTransaction(
        database,
        "store the credential of gateway " + gateway,
        connection -> {
          audit.record(
              connection,
              new AuditEntry(
                  actor,
                  "vendorCredential.set",
                  "gateway/" + gateway,
                  Node.obj(
                      Map.of(
                          "type", Node.text(stored.type()),
                          "fingerprint", Node.text(stored.fingerprint())))));
          return Sql.update(
              connection,
              "insert into vendor_credential (tenant, gateway, type, fingerprint, wrapped_key,"
                  + " sealed, set_at, set_by, called_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                  + " on conflict (tenant, gateway) do update set type = excluded.type,"
                  + " fingerprint = excluded.fingerprint, wrapped_key = excluded.wrapped_key,"
                  + " sealed = excluded.sealed, set_at = excluded.set_at,"
                  + " set_by = excluded.set_by, called_at = excluded.called_at",
              tenant.value(),
              gateway.value(),
              stored.type(),
              stored.fingerprint(),
              secret.wrappedKey(),
              secret.sealed(),
              stored.setAt(),
              actor,
              place);
        });
    return stored;
  }

  /** What is stored; empty when nothing is. */
  public Optional<VendorCredential> find(GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "look at the credential of gateway " + gateway,
        connection -> {
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select type, fingerprint, set_at, called_at from vendor_credential"
                          + " where tenant = ? and gateway = ?",
                      tenant.value(),
                      gateway.value());
              ResultSet row = select.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new VendorCredential(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(4))))
                : Optional.empty();
          }
        });
  }

  /** Forgets what is stored; false when nothing was. */
  public boolean delete(GatewayId gateway, String actor) {
    return Sql.inTransaction(
        database,
        "forget the credential of gateway " + gateway,
        connection -> {
          boolean found =
              Sql.update(
                      connection,
                      "delete from vendor_credential where tenant = ? and gateway = ?",
                      tenant.value(),
                      gateway.value())
                  == 1;
          if (found) {
            audit.record(
                connection,
                new AuditEntry(actor, "vendorCredential.delete", "gateway/" + gateway, Node.obj()));
          }
          return found;
        });
  }

  /**
   * {@inheritDoc}
   *
   * @throws ProblemException CREDENTIAL_SEALED when another key sealed it, OUTBOUND_REFUSED or
   *     OUTBOUND_UNRESOLVED when it leads where the hub does not call
   */
  @Override
  public Optional<String> resolve(SecretRef reference) {
    return HubSecrets.gatewayOfCredential(reference)
        .flatMap(gateway -> stored(gateway).map(secret -> opened(gateway, secret)));
  }

  private record Stored(String type, Envelope.Sealed sealed) {}

  private String opened(GatewayId gateway, Stored secret) {
    byte[] json;
    try {
      json = envelope.open(secret.sealed(), context(gateway));
    } catch (IllegalStateException e) {
      throw new ProblemException(
          Problem.user(
              "CREDENTIAL_SEALED",
              "The credential of gateway " + gateway + " was sealed with another key of the hub.",
              "credential",
              "Give the hub the master key it had, or store the credential again."));
    }
    if (!secret.type().equals(KongCredential.TYPE)) {
      // The address of a Kong is checked with its document's, each time it is opened.
      GoogleCredentialDocument.read(json)
          .called()
          .forEach((field, url) -> guard.require(field, url, Transport.HTTPS_UNLESS_LOOPBACK));
    }
    return new String(json, StandardCharsets.UTF_8);
  }

  private Optional<Stored> stored(GatewayId gateway) {
    return Sql.inTransaction(
        database,
        "open the credential of gateway " + gateway,
        connection -> {
          try (PreparedStatement select =
                  Sql.statement(
                      connection,
                      "select wrapped_key, sealed, type from vendor_credential"
                          + " where tenant = ? and gateway = ?",
                      tenant.value(),
                      gateway.value());
              ResultSet row = select.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Stored(
                        row.getString(3), new Envelope.Sealed(row.getBytes(1), row.getBytes(2))))
                : Optional.empty();
          }
        });
  }

  private String context(GatewayId gateway) {
    return "vendor-credential|" + tenant + '|' + gateway;
  }
}
