package io.entente.hub.takeover;

import io.entente.hub.apply.LastApplied;
import io.entente.hub.discovery.ReadyApis;
import io.entente.hub.estate.BlobStore;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.Transactions;
import io.entente.hub.policy.Policies;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.translator.reverse.Reverse;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;

/** What of a gateway policies could take over as it is. Blocks; worker threads only. */
@Singleton
final class Importable {

  private final GatewayEstate estate;
  private final Policies policies;
  private final PlanService plans;
  private final ReadyApis ready;
  private final LastApplied lastApplied;
  private final Transactions transactions;
  private final BlobStore blobs;

  Importable(
      GatewayEstate estate,
      Policies policies,
      PlanService plans,
      ReadyApis ready,
      LastApplied lastApplied,
      Transactions transactions,
      BlobStore blobs) {
    this.estate = estate;
    this.policies = policies;
    this.plans = plans;
    this.ready = ready;
    this.lastApplied = lastApplied;
    this.transactions = transactions;
    this.blobs = blobs;
  }

  /**
   * What was found on one read of the gateway.
   *
   * @param trial of all that may stand for ours
   * @param remainder what no policy says, with the reason
   * @param ours what counts as applied last
   */
  record Known(
      Snapshot observed,
      GatewayProfile profile,
      ImportTrial.Outcome trial,
      SortedMap<ObjectKey, String> remainder,
      SortedMap<ObjectKey, NativeObject> ours) {}

  /**
   * The same name.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND
   */
  GatewayId known(GatewayId id) {
    return estate.gateway(id).id();
  }

  /**
   * Reads the gateway, and says what an import of all of it would come to.
   *
   * @throws ProblemException when it cannot be read completely, or no plan of it can be made
   */
  Known of(GatewayId id) {
    var gateway = estate.gateway(id);
    var observed = PlanService.complete(estate.refresh(id));
    var profile = estate.connector(id).describe();
    var dialect = Desired.dialect(estate, id);
    var ours = transactions.call(connection -> lastApplied.of(connection, id));
    var found =
        GatewayReading.of(
            new GatewayReading.Given(
                id,
                profile,
                dialect,
                estate.apis(id),
                ready.of(gateway),
                observed,
                blobs(observed),
                ours),
            reverse(gateway.vendor()),
            policies);
    return new Known(
        observed, profile, tried(observed, profile, found.places()), found.remainder(), ours);
  }

  /** What an import of just these would come to. */
  ImportTrial.Outcome tried(Snapshot observed, GatewayProfile profile, List<PlaceFound> places) {
    return ImportTrial.of(estate, profile, observed, plans, places);
  }

  /** Texts only: policies and flows are XML. */
  private Set<Blob> blobs(Snapshot observed) {
    Set<Hash> wanted = new HashSet<>();
    for (NativeObject object : observed.objects().values()) {
      if (object.content() instanceof Content.Files files) {
        files
            .entries()
            .forEach(
                (name, hash) -> {
                  if (name.endsWith(".xml") || name.contains("!/")) {
                    wanted.add(hash);
                  }
                });
      }
    }
    Set<Blob> found = new HashSet<>();
    wanted.forEach(hash -> blobs.get(hash).ifPresent(found::add));
    return found;
  }

  private static Reverse reverse(Vendor vendor) {
    Optional<Reverse> found =
        ServiceLoader.load(Reverse.class, Importable.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(reverse -> reverse.vendor() == vendor)
            .findFirst();
    return found.orElseThrow(
        () ->
            new ProblemException(
                Problem.user(
                    "VENDOR_NOT_READ_BACK",
                    "This hub cannot read policies out of " + vendor.label() + ".",
                    "spec.vendor",
                    vendor.label(),
                    "Write the policies by hand.")));
  }
}
