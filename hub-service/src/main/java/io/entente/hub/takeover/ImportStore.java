package io.entente.hub.takeover;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.estate.AppliedDocument;
import io.entente.hub.estate.Documents;
import io.entente.hub.estate.Estate;
import io.entente.hub.estate.ReactiveWork;
import io.entente.hub.plan.ClaimCodec;
import io.entente.hub.plan.ObjectCodec;
import io.entente.hub.plan.PlanService;
import io.entente.hub.policy.PolicyKindHandler;
import io.entente.json.StoredTree;
import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.reconciliation.Adoption;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Stores an import: documents, takeovers and what counts as applied last, all or nothing. */
@Singleton
final class ImportStore {

  private static final String API = "Api";

  private final Documents documents;
  private final Audit audit;
  private final Tenant tenant;

  ImportStore(Documents documents, Audit audit, Estate estate) {
    this.documents = documents;
    this.audit = audit;
    this.tenant = estate.tenant();
  }

  /**
   * Stores in one transaction. Blocks.
   *
   * @param ours what counts as applied last of every object concerned, once they are taken over
   * @throws io.entente.model.problem.ProblemException IMPORT_OVERTAKEN when a document of one of
   *     the names is there; nothing was stored then
   */
  void store(
      GatewayId gateway, List<Candidate> candidates, Collection<NativeObject> ours, String who) {
    List<Supplier<Uni<Void>>> work = new ArrayList<>();
    apis(candidates)
        .forEach((name, api) -> work.add(() -> document(API, name, ApiDocuments.write(api), who)));
    for (Candidate candidate : candidates) {
      candidate
          .policies()
          .forEach(
              policy ->
                  work.add(
                      () ->
                          document(
                              PolicyKindHandler.KIND,
                              policy.id().policy().value(),
                              PolicyDocuments.write(policy),
                              who)));
      work.add(() -> takeover(gateway, candidate, who));
      candidate.kept().forEach(kept -> work.add(() -> kept(gateway, candidate, kept, who)));
    }
    ours.forEach(object -> work.add(() -> applied(gateway, object)));
    work.add(() -> audit.recordReactive(entry(gateway, candidates, who)));
    ReactiveWork.inTransaction(
        () ->
            Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(one -> one.get().replaceWith(Boolean.TRUE))
                .collect()
                .asList());
  }

  private static LinkedHashMap<String, Api> apis(List<Candidate> candidates) {
    var apis = new LinkedHashMap<String, Api>();
    candidates.forEach(c -> c.apis().forEach(api -> apis.put(api.name().value(), api)));
    return apis;
  }

  private Uni<Void> document(String kind, String name, Node document, String who) {
    return documents
        .put(kind, name, document, who)
        .invoke(
            applied -> {
              if (!first(applied)) {
                throw ImportTerms.overtaken(kind + " " + name);
              }
            })
        .replaceWithVoid();
  }

  private static boolean first(AppliedDocument applied) {
    return applied.changed() && applied.version() == 1;
  }

  private Uni<Void> takeover(GatewayId gateway, Candidate candidate, String who) {
    return insert(
        "insert into takeover (tenant, gateway, kind, native_id, path, our_kind, our_native_id,"
            + " our_path, found, policies, taken_by, taken_at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        tenant.value(),
        gateway.value(),
        candidate.theirs().key().kind(),
        candidate.theirs().key().nativeId(),
        candidate.theirs().path().toString(),
        candidate.ours().key().kind(),
        candidate.ours().key().nativeId(),
        candidate.ours().path().toString(),
        StoredTree.write(candidate.found()),
        candidate.names().stream().map(PolicyName::value).collect(Collectors.joining(" ")),
        who,
        PlanService.now().atOffset(ZoneOffset.UTC));
  }

  /** As a decision about drift is: what is there stays until the documents want something else. */
  private Uni<Void> kept(GatewayId gateway, Candidate candidate, Adoption kept, String who) {
    Node sources =
        Node.arr(
            candidate.policies().stream()
                .map(policy -> ClaimCodec.source(new ClaimSource.OfPolicy(policy.id())))
                .toList());
    return insert(
        "insert into drift_decision (tenant, gateway, kind, native_id, path, version, decision,"
            + " wanted, was, found, files, sources, reason, decided_by, decided_at)"
            + " select ?1, ?2, ?3, ?4, ?5, coalesce(max(version), 0) + 1, 'ADOPT',"
            + " cast(nullif(?6, '') as text), cast(nullif(?6, '') as text),"
            + " cast(nullif(?7, '') as text), false, ?8, ?9, ?10, cast(?11 as timestamptz)"
            + " from drift_decision where tenant = ?1 and gateway = ?2 and kind = ?3"
            + " and native_id = ?4 and path = ?5",
        tenant.value(),
        gateway.value(),
        kept.key().kind(),
        kept.key().nativeId(),
        kept.path().toString(),
        kept.wanted().map(StoredTree::write).orElse(""),
        kept.found().map(StoredTree::write).orElse(""),
        StoredTree.write(sources),
        kept.reason(),
        who,
        PlanService.now().atOffset(ZoneOffset.UTC));
  }

  private Uni<Void> applied(GatewayId gateway, NativeObject object) {
    return insert(
        "insert into last_applied (tenant, gateway, kind, native_id, object)"
            + " values (?1, ?2, ?3, ?4, ?5) on conflict (tenant, gateway, kind, native_id)"
            + " do update set object = excluded.object",
        tenant.value(),
        gateway.value(),
        object.key().kind(),
        object.key().nativeId(),
        StoredTree.write(ObjectCodec.write(object)));
  }

  private static Uni<Void> insert(String sql, Object... values) {
    return Panache.getSession()
        .chain(
            session -> {
              var query = session.createNativeQuery(sql);
              for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
              }
              return query.executeUpdate();
            })
        .replaceWithVoid();
  }

  private static AuditEntry entry(GatewayId gateway, List<Candidate> candidates, String who) {
    return new AuditEntry(
        who,
        "gateway.import",
        "gateway/" + gateway,
        Node.obj()
            .with(
                "places",
                Node.arr(candidates.stream().map(c -> Node.text(c.theirs().toString())).toList()))
            .with(
                "policies",
                Node.arr(
                    candidates.stream()
                        .flatMap(c -> c.names().stream())
                        .map(name -> Node.text(name.value()))
                        .toList())));
  }
}
