package io.entente.hub.estate;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.outbox.OutboxEvent;
import io.entente.json.StoredTree;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.Node;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Documents in PostgreSQL, through Hibernate Reactive. */
@ApplicationScoped
class VersionedDocuments implements Documents {
  private static final String KEY = "tenant = ?1 and kind = ?2 and name = ?3";

  private final Tenant tenant;
  private final Audit audit;
  private final Outbox outbox;

  VersionedDocuments(Audit audit, Outbox outbox, Tenant tenant) {
    this.tenant = tenant;
    this.audit = audit;
    this.outbox = outbox;
  }

  @Override
  public Uni<AppliedDocument> put(String kind, String name, Node body, String actor) {
    String text = StoredTree.write(body);
    String hash = Hash.ofText(text).hex();
    return writersLock()
        .chain(() -> head(kind, name))
        .chain(
            head -> {
              if (head.isEmpty() || head.get().deleted) {
                return next(head.orElseGet(() -> newHead(kind, name)), text, hash, actor);
              }
              return version(head.get())
                  .chain(
                      current ->
                          current.hash.equals(hash)
                              ? Uni.createFrom()
                                  .item(new AppliedDocument(kind, name, current.version, false))
                              : next(head.get(), text, hash, actor));
            });
  }

  @Override
  public Uni<List<StoredDocument>> list(String kind) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select v from DocumentVersion v join DocumentHead h on h.tenant = v.tenant"
                            + " and h.kind = v.kind and h.name = v.name"
                            + " and h.currentVersion = v.version"
                            + " where h.tenant = ?1 and h.kind = ?2 and h.deleted = false"
                            + " order by h.name",
                        DocumentVersion.class)
                    .setParameter(1, tenant.value())
                    .setParameter(2, kind)
                    .getResultList())
        .map(found -> found.stream().map(DocumentVersion::stored).toList());
  }

  @Override
  public Uni<Optional<StoredDocument>> current(String kind, String name) {
    return head(kind, name)
        .chain(
            head ->
                head.isEmpty() || head.get().deleted
                    ? Uni.createFrom().item(Optional.empty())
                    : version(head.get()).map(found -> Optional.of(found.stored())));
  }

  @Override
  public Uni<List<StoredDocument>> versions(String kind, String name) {
    return DocumentVersion.<DocumentVersion>find(
            KEY + " order by version", tenant.value(), kind, name)
        .list()
        .map(found -> found.stream().map(DocumentVersion::stored).toList());
  }

  @Override
  public Uni<Boolean> delete(String kind, String name, String actor) {
    return writersLock()
        .chain(() -> head(kind, name))
        .chain(
            head -> {
              if (head.isEmpty() || head.get().deleted) {
                return Uni.createFrom().item(false);
              }
              head.get().deleted = true;
              return told("delete", head.get(), "", actor).replaceWith(true);
            });
  }

  // Writers of documents queue here, before any other lock: neither can two of them meet in a
  // deadlock, nor can both number the same version.
  private Uni<Void> writersLock() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 12))) l",
                        Integer.class)
                    .setParameter(1, tenant.value())
                    .getSingleResult())
        .replaceWithVoid();
  }

  private Uni<Optional<DocumentHead>> head(String kind, String name) {
    return DocumentHead.<DocumentHead>find(KEY, tenant.value(), kind, name)
        .firstResult()
        .map(Optional::ofNullable);
  }

  private Uni<DocumentVersion> version(DocumentHead head) {
    return DocumentVersion.<DocumentVersion>find(
            KEY + " and version = ?4", tenant.value(), head.kind, head.name, head.currentVersion)
        .singleResult();
  }

  private DocumentHead newHead(String kind, String name) {
    var head = new DocumentHead();
    head.tenant = tenant.value();
    head.kind = kind;
    head.name = name;
    return head;
  }

  private Uni<AppliedDocument> next(DocumentHead head, String text, String hash, String actor) {
    var version = new DocumentVersion();
    version.tenant = head.tenant;
    version.kind = head.kind;
    version.name = head.name;
    version.version = head.currentVersion + 1;
    version.body = text;
    version.hash = hash;
    version.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    version.createdBy = actor;
    head.currentVersion = version.version;
    head.deleted = false;
    return Panache.getSession()
        .chain((Mutiny.Session session) -> session.persistAll(version, head))
        .chain(() -> told("apply", head, hash, actor))
        .replaceWith(new AppliedDocument(head.kind, head.name, version.version, true));
  }

  private Uni<Void> told(String verb, DocumentHead head, String hash, String actor) {
    String subject = head.kind.toLowerCase(Locale.ROOT) + "/" + head.name;
    Node detail =
        Node.obj(
            Map.of(
                "kind", Node.text(head.kind),
                "name", Node.text(head.name),
                "version", Node.number(head.currentVersion),
                "hash", Node.text(hash),
                "actor", Node.text(actor)));
    return Panache.getSession()
        .chain(Mutiny.Session::flush)
        .chain(
            () -> audit.recordReactive(new AuditEntry(actor, "document." + verb, subject, detail)))
        .chain(
            () ->
                outbox.recordReactive(
                    new OutboxEvent(
                        OutboxEvent.CHANGE,
                        subject,
                        verb.equals("apply")
                            ? "entente.document.applied"
                            : "entente.document.deleted",
                        subject,
                        detail)));
  }
}
