package io.entente.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.identity.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AuditTest {
  @Inject DataSource database;

  @Test
  void aRecordCannotBeChangedOrRemoved() {
    Audit audit = new Audit(database, new Tenant("audit-fixed"));
    audit.record(AuditEntry.of("ann", "plan.approve", "plan/1"));

    assertThatThrownBy(() -> sql("update audit_record set actor = 'bob'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> sql("delete from audit_record")).hasMessageContaining("append-only");
  }

  @Test
  void verifyNamesTheRecordThatWasTamperedWith() throws SQLException {
    // Given
    Audit audit = new Audit(database, new Tenant("audit-tampered"));
    AuditStore store = new AuditStore(database, new Tenant("audit-tampered"));
    for (int i = 1; i <= 5; i++) {
      audit.record(AuditEntry.of("ann", "plan.approve", "plan/" + i));
    }
    assertThat(store.verify()).isEqualTo(AuditVerdict.whole(5));
    // When
    behindTheTrigger(
        "update audit_record set actor = 'bob' where tenant = 'audit-tampered' and seq = 3");
    // Then
    AuditVerdict verdict = store.verify();
    assertThat(verdict.intact()).isFalse();
    assertThat(verdict.brokenAt()).contains(3L);
  }

  @Test
  void verifyNoticesARecordCutOffTheEnd() throws SQLException {
    // Given
    Audit audit = new Audit(database, new Tenant("audit-cut"));
    AuditStore store = new AuditStore(database, new Tenant("audit-cut"));
    audit.record(AuditEntry.of("ann", "a", "s"));
    audit.record(AuditEntry.of("ann", "b", "s"));
    // When
    behindTheTrigger("delete from audit_record where tenant = 'audit-cut' and seq = 2");
    // Then
    assertThat(store.verify().brokenAt()).contains(2L);
  }

  @Test
  void pagesFromTheNewestAndRefusesAnImpossibleLimit() {
    new Audit(database, new Tenant("main")).record(AuditEntry.of("ann", "test.page", "s"));

    HubClient.admin().get("/api/audit?limit=1").then().statusCode(200).body("$", hasSize(1));
    HubClient.admin()
        .get("/api/audit?limit=0")
        .then()
        .statusCode(400)
        .body("code", is("LIMIT_OUT_OF_RANGE"));
    HubClient.admin().get("/api/audit/verify").then().statusCode(200).body("intact", is(true));
  }

  @Test
  void findsRecordsByWhoWhatToWhatAndWhen() {
    // Given
    Audit audit = new Audit(database, new Tenant("main"));
    audit.record(AuditEntry.of("filter-ann", "plan.approve", "plan/1"));
    audit.record(AuditEntry.of("filter-ann", "drift.adopt", "gateway/edge"));
    audit.record(AuditEntry.of("filter-bob", "drift.adopt", "gateway/edge"));

    // Then
    found("actor=filter-ann", 2);
    found("actor=filter-ann&action=ADOPT", 1);
    found("actor=filter-ann&subject=plan/", 1);
    found("actor=filter-ann&to=2020-01-01T00:00:00Z", 0);
    found("actor=filter-ann&from=2020-01-01T00:00:00Z", 2);
    HubClient.admin().get("/api/audit?from=soon").then().statusCode(400).body("path", is("from"));
  }

  private static void found(String query, int records) {
    HubClient.admin().get("/api/audit?" + query).then().body("$", hasSize(records));
  }

  private void behindTheTrigger(String statement) throws SQLException {
    sql("set session_replication_role = replica", statement, "reset session_replication_role");
  }

  private void sql(String... statements) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
