package io.entente.connector.envoy;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Convergence;
import io.entente.model.dialect.Dialect;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Applies steps to the store by compare-and-set, then has the control plane push. */
final class NativeApplier implements Applier {

  private static final int MAX_ATTEMPTS = 8;

  private final GatewayId gateway;
  private final ResourceStore store;
  private final NativeControlPlane controlPlane;
  private final Dialect dialect;
  private final ResourceCodec codec = new ResourceCodec();

  NativeApplier(
      GatewayId gateway, ResourceStore store, NativeControlPlane controlPlane, Dialect dialect) {
    this.gateway = gateway;
    this.store = store;
    this.controlPlane = controlPlane;
    this.dialect = dialect;
  }

  @Override
  public StepResult apply(Step step, Map<Node.Pending, Node> known) {
    Change change = step.change();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      StoredResources stored;
      try {
        stored = store.current(gateway);
      } catch (RuntimeException e) {
        return unreadable();
      }
      Optional<Node> observed = Optional.ofNullable(stored.resources().get(change.key()));
      if (done(change, observed)) {
        return push();
      }
      if (!holds(change, observed)) {
        return moved(change.key());
      }
      Optional<Node> next = next(change, observed);
      var resources = new TreeMap<>(stored.resources());
      resources.remove(change.key());
      next.ifPresent(document -> resources.put(change.key(), document));
      try {
        next.ifPresent(document -> check(change.key(), document, resources));
      } catch (ProblemException e) {
        return new StepResult.Refused(FailureClass.FIX_CONFIG, e.problems().get(0));
      }
      try {
        if (store.put(gateway, stored.version(), resources).isPresent()) {
          return push();
        }
      } catch (RuntimeException e) {
        return unknown(change.key());
      }
    }
    return new StepResult.Refused(
        FailureClass.TRANSIENT,
        Problem.internal(
            "ENVOY_STORE_BUSY",
            change.key() + " was not written: others wrote " + MAX_ATTEMPTS + " times meanwhile",
            "Apply again."));
  }

  @Override
  public Convergence convergence(ApplyDomain domain) {
    return controlPlane.convergence(gateway);
  }

  private void check(ObjectKey key, Node document, Map<ObjectKey, Node> resources) {
    codec.message(key, document);
    RouteReferences.require(key, document, resources);
  }

  private StepResult push() {
    try {
      controlPlane.refresh(gateway);
    } catch (ProblemException e) {
      // It is stored. Another object keeps the whole from going out; the nodes say REJECTED.
      return new StepResult.Done(Map.of());
    } catch (RuntimeException e) {
      return new StepResult.Unknown(
          Problem.internal(
              "ENVOY_PUSH_FAILED",
              "The change is stored, whether it was pushed is not known",
              "Refresh the gateway and look at its nodes."));
    }
    return new StepResult.Done(Map.of());
  }

  private boolean done(Change change, Optional<Node> observed) {
    if (change.after().isPresent()) {
      NativeObject after = change.after().get();
      boolean leftovers =
          observed.isPresent()
              && change.before().isPresent()
              && !ClaimedParts.merged(observed.get(), after, change.before().get().claims())
                  .equals(ClaimedParts.merged(observed.get(), after, Set.of()));
      return observed.isPresent()
          && !leftovers
          && same(change.key(), observed.get(), ClaimedParts.tree(after), after.claims());
    }
    Set<Claim> claims = claims(change);
    return observed.isEmpty() || ClaimedParts.remainder(observed.get(), claims).equals(observed);
  }

  private boolean holds(Change change, Optional<Node> observed) {
    if (change.before().isEmpty()) {
      return observed.isEmpty();
    }
    return observed.isPresent()
        && same(
            change.key(), observed.get(), ClaimedParts.tree(change.before().get()), claims(change));
  }

  private boolean same(ObjectKey key, Node one, Node other, Set<Claim> claims) {
    return ClaimedParts.same(canonical(key, one), canonical(key, other), claims);
  }

  private Node canonical(ObjectKey key, Node document) {
    Content content = dialect.canonicalise(key, new Content.Tree(document));
    return content instanceof Content.Tree tree ? tree.root() : document;
  }

  private static Optional<Node> next(Change change, Optional<Node> observed) {
    if (change.after().isEmpty()) {
      return observed.flatMap(node -> ClaimedParts.remainder(node, claims(change)));
    }
    NativeObject after = change.after().get();
    Set<Claim> before = change.before().map(NativeObject::claims).orElse(Set.of());
    return Optional.of(
        observed.isPresent()
            ? ClaimedParts.merged(observed.get(), after, before)
            : ClaimedParts.tree(after));
  }

  /** What the step may look at and touch: the claims of both sides. */
  private static Set<Claim> claims(Change change) {
    var claims = new HashSet<Claim>();
    change.before().ifPresent(object -> claims.addAll(object.claims()));
    change.after().ifPresent(object -> claims.addAll(object.claims()));
    return claims;
  }

  private static StepResult moved(ObjectKey key) {
    return new StepResult.Refused(
        FailureClass.PRECONDITION_LOST,
        Problem.user(
            "ENVOY_RESOURCE_MOVED",
            key + " is no longer what the plan was made from",
            key.toString(),
            "Plan again."));
  }

  private StepResult unreadable() {
    return new StepResult.Refused(
        FailureClass.TRANSIENT,
        Problem.internal(
            "ENVOY_STORE_UNREADABLE",
            "The resources of " + gateway + " cannot be read; nothing was changed",
            "Check the hub's database and apply again."));
  }

  private static StepResult unknown(ObjectKey key) {
    return new StepResult.Unknown(
        Problem.internal(
            "ENVOY_STORE_UNCERTAIN",
            "Whether " + key + " was written is not known",
            "Read the gateway again before anything else."));
  }
}
