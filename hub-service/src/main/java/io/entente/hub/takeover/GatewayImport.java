package io.entente.hub.takeover;

import io.entente.hub.apply.GatewayLock;
import io.entente.hub.apply.LastApplied;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.drift.DecisionStore;
import io.entente.hub.plan.GuardingKinds;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.Transactions;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.reconciliation.TakenOver;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes things of others over into policies, and gives them back. Blocks; worker threads only. */
@Singleton
final class GatewayImport {

  private final Importable importable;
  private final ImportStore imports;
  private final TakeoverStore takeovers;
  private final DecisionStore decisions;
  private final GatewayLock lock;
  private final LastApplied lastApplied;
  private final Transactions transactions;
  private final Audit audit;

  GatewayImport(
      Importable importable,
      ImportStore imports,
      TakeoverStore takeovers,
      DecisionStore decisions,
      GatewayLock lock,
      LastApplied lastApplied,
      Transactions transactions,
      Audit audit) {
    this.importable = importable;
    this.imports = imports;
    this.takeovers = takeovers;
    this.decisions = decisions;
    this.lock = lock;
    this.lastApplied = lastApplied;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Who asks for it.
   *
   * @param who the person
   * @param mayBind whether the person may write Api documents
   * @param mayApprove whether the person may approve plans
   */
  record Caller(String who, boolean mayBind, boolean mayApprove) {}

  /**
   * Imports all that is wanted or nothing. Reads the gateway first, and writes nothing to it.
   *
   * @throws io.entente.model.problem.ProblemException IMPORT_PLACE_NOT_FOUND, IMPORT_ALREADY_OURS,
   *     IMPORT_NOT_POSSIBLE, IMPORT_BASE_MOVED, IMPORT_NEEDS_APPROVER, IMPORT_OVERTAKEN or
   *     APPLY_IN_PROGRESS
   */
  List<StoredTakeover> take(GatewayId gateway, List<ImportPlaces.Wanted> wanted, Caller caller) {
    return lock.alone(
        gateway,
        () -> {
          var known = importable.of(gateway);
          var chosen = new ArrayList<PlaceFound>();
          for (ImportPlaces.Wanted one : wanted.stream().distinct().toList()) {
            chosen.add(chosen(known, one));
          }
          var trial = importable.tried(known.observed(), known.profile(), chosen);
          var candidates = new ArrayList<Candidate>();
          for (int i = 0; i < chosen.size(); i++) {
            var tried = trial.places().get(i);
            var candidate =
                tried
                    .candidate()
                    .orElseThrow(() -> ImportTerms.impossible(tried.place(), tried.reasons()));
            if (!candidate.equals(chosen.get(i).candidate().orElseThrow())) {
              throw ImportTerms.moved(tried.place());
            }
            candidates.add(candidate);
          }
          if (!caller.mayApprove()) {
            candidates.stream()
                .filter(GatewayImport::loosens)
                .findFirst()
                .ifPresent(
                    one -> {
                      throw ImportTerms.needsApprover(one.theirs().toString());
                    });
          }
          if (!caller.mayBind() && candidates.stream().anyMatch(c -> !c.apis().isEmpty())) {
            throw new ForbiddenException(
                "binding what was found needs the permission apis:write, which you lack");
          }
          var objects = trial.desired().orElseThrow().translation().objects();
          imports.store(
              gateway, candidates, recorded(known.ours(), objects, candidates), caller.who());
          return taken(gateway, candidates);
        });
  }

  /** True when what stays may let somebody through whom its policy would keep out. */
  private static boolean loosens(Candidate candidate) {
    return !candidate.kept().isEmpty()
        && candidate.policies().stream()
            .anyMatch(policy -> GuardingKinds.guards(policy.spec().kind().kindName()));
  }

  private static PlaceFound chosen(Importable.Known known, ImportPlaces.Wanted wanted) {
    var place =
        known.trial().places().stream()
            .filter(found -> found.place().equals(wanted.place()))
            .findFirst();
    if (place.isEmpty()) {
      throw GatewayReading.isOurs(known.ours(), wanted.place())
          ? ImportTerms.alreadyOurs(wanted.place())
          : ImportTerms.unknown(wanted.place());
    }
    var candidate = place.get().candidate();
    if (candidate.isEmpty()) {
      throw ImportTerms.impossible(wanted.place(), place.get().reasons());
    }
    if (!candidate.get().seen().equals(wanted.seen())) {
      throw ImportTerms.moved(wanted.place());
    }
    return place.get();
  }

  /** What counts as applied last of every object concerned. */
  private static List<NativeObject> recorded(
      SortedMap<ObjectKey, NativeObject> last,
      SortedMap<ObjectKey, NativeObject> desired,
      List<Candidate> candidates) {
    var ours = new TreeMap<ObjectKey, NativeObject>();
    for (Candidate candidate : candidates) {
      ObjectKey key = candidate.theirs().key();
      var now = Optional.ofNullable(ours.get(key)).or(() -> Optional.ofNullable(last.get(key)));
      Claim claim =
          Optional.ofNullable(desired.get(key)).orElseThrow().claims().stream()
              .filter(one -> TakenOver.covers(one, candidate.theirs()))
              .findFirst()
              .orElseThrow();
      ours.put(key, TakenOver.recorded(now, candidate.takeover(), claim));
    }
    return List.copyOf(ours.values());
  }

  private List<StoredTakeover> taken(GatewayId gateway, List<Candidate> candidates) {
    Set<NativePlace> places =
        candidates.stream().map(Candidate::theirs).collect(Collectors.toSet());
    return transactions.call(connection -> takeovers.inForce(connection, gateway)).stream()
        .filter(one -> places.contains(one.takeover().theirs()))
        .toList();
  }

  /** What is taken over on the gateway, newest first; with {@code all} what was given back too. */
  List<StoredTakeover> list(GatewayId gateway, boolean all) {
    return takeovers.list(gateway, all);
  }

  /**
   * Gives back what was taken over, as it is now: it is no longer ours, and nothing is written to
   * the gateway. Its policies stay, and yield to it as to any other thing of others.
   *
   * @throws io.entente.model.problem.ProblemException TAKEOVER_NOT_FOUND or APPLY_IN_PROGRESS
   */
  void release(GatewayId gateway, long id, String who) {
    var one =
        takeovers
            .find(gateway, id)
            .filter(found -> found.released().isEmpty())
            .orElseThrow(() -> ImportTerms.noTakeover(gateway, id));
    lock.alone(
        gateway,
        () -> {
          transactions.run(
              connection -> {
                if (!takeovers.end(connection, id, who, PlanService.now())) {
                  throw ImportTerms.noTakeover(gateway, id);
                }
                decisions.withdraw(connection, gateway, one.takeover().theirs(), who);
                giveUp(connection, gateway, one.takeover().theirs());
                audit.record(
                    connection,
                    new AuditEntry(
                        who,
                        "gateway.release",
                        "gateway/" + gateway,
                        Node.obj()
                            .with("takeover", Node.number(id))
                            .with("place", Node.text(one.takeover().theirs().toString()))));
              });
          return Boolean.TRUE;
        });
  }

  private void giveUp(Connection connection, GatewayId gateway, NativePlace place)
      throws SQLException {
    var object = Optional.ofNullable(lastApplied.of(connection, gateway).get(place.key()));
    if (object.filter(ours -> TakenOver.claimed(ours, place)).isEmpty()) {
      return;
    }
    var left = new HashSet<>(object.get().claims());
    var given =
        left.stream().filter(claim -> TakenOver.covers(claim, place)).collect(Collectors.toSet());
    left.removeAll(given);
    Optional<NativeObject> rest =
        left.isEmpty()
            ? Optional.empty()
            : ClaimMerge.remove(object.get(), given)
                .map(content -> new NativeObject(place.key(), content, left));
    lastApplied.landed(connection, gateway, place.key(), rest);
  }
}
