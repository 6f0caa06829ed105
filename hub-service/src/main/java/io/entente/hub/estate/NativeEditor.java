package io.entente.hub.estate;

import io.entente.connector.envoy.ResourceCodec;
import io.entente.connector.envoy.StoredResources;
import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An operator's own hand on the native resources that the hub serves to a gateway. Blocks. */
@ApplicationScoped
public class NativeEditor {
  private final PgResourceStore store;
  private final ControlPlane controlPlane;
  private final Audit audit;
  private final ResourceCodec codec = new ResourceCodec();

  public NativeEditor(PgResourceStore store, ControlPlane controlPlane, Audit audit) {
    this.store = store;
    this.controlPlane = controlPlane;
    this.audit = audit;
  }

  /** What is stored under the key; empty when nothing is. */
  public Optional<Node> get(GatewayId gateway, ObjectKey key) {
    return Optional.ofNullable(store.current(gateway).resources().get(key));
  }

  /**
   * Writes one resource.
   *
   * @param base the version the edit was made on; without one, the current version
   * @throws ProblemException when the document is not valid, or RESOURCE_CONFLICT
   */
  public NativeEdit put(
      GatewayId gateway, ObjectKey key, Node document, OptionalLong base, String actor) {
    codec.message(key, document);
    return edit(gateway, key, Optional.of(document), base, actor);
  }

  /**
   * Removes one resource.
   *
   * @throws ProblemException RESOURCE_NOT_FOUND or RESOURCE_CONFLICT
   */
  public NativeEdit delete(GatewayId gateway, ObjectKey key, OptionalLong base, String actor) {
    return edit(gateway, key, Optional.empty(), base, actor);
  }

  private NativeEdit edit(
      GatewayId gateway, ObjectKey key, Optional<Node> document, OptionalLong base, String actor) {
    StoredResources before = store.current(gateway);
    var resources = new TreeMap<>(before.resources());
    if (document.isPresent()) {
      resources.put(key, document.get());
    } else if (resources.remove(key) == null) {
      throw new ProblemException(
          Problem.user(
              "RESOURCE_NOT_FOUND",
              "Gateway " + gateway + " has no " + key + ".",
              "id",
              key.nativeId(),
              "List the gateway's objects for the names in use."));
    }
    long expected = base.orElse(before.version());
    StoredResources after =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  audit.record(entry(gateway, key, document, expected, actor));
                  return store
                      .put(gateway, expected, resources)
                      .orElseThrow(() -> moved(gateway, expected));
                });
    return new NativeEdit(after.version(), push(gateway));
  }

  // The edit is stored whatever comes of the push; the caller is told of both.
  private Optional<Problem> push(GatewayId gateway) {
    try {
      controlPlane.server().refresh(gateway);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problems().get(0));
    }
  }

  private static AuditEntry entry(
      GatewayId gateway, ObjectKey key, Optional<Node> document, long expected, String actor) {
    var detail =
        Node.obj(Map.of("object", Node.text(key.toString()), "baseVersion", Node.number(expected)));
    String subject = "gateway/" + gateway;
    return document.isEmpty()
        ? new AuditEntry(actor, "native.delete", subject, detail)
        : new AuditEntry(
            actor,
            "native.put",
            subject,
            detail.with("hash", Node.text(new Content.Tree(document.get()).hash().hex())));
  }

  private static ProblemException moved(GatewayId gateway, long expected) {
    return new ProblemException(
        Problem.user(
            "RESOURCE_CONFLICT",
            "Somebody else changed the resources of gateway " + gateway + " meanwhile.",
            "version",
            Long.toString(expected),
            "Read the resource again and repeat the edit on what it is now."));
  }
}
