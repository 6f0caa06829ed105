package io.entente.hub.policy;

import io.entente.hub.estate.AppliedDocument;
import io.entente.hub.estate.StoredDocument;
import io.entente.hub.problem.PathNames;
import io.entente.json.JsonTree;
import io.entente.model.identity.PolicyName;
import io.entente.model.tree.Node;
import io.entente.policy.document.PolicyDocuments;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;

/** Policies and their versions. */
@Path("/api/policies")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

  private final Policies policies;

  PolicyResource(Policies policies) {
    this.policies = policies;
  }

  /** Which version to go back to. */
  public record Rollback(int toVersion) {}

  @GET
  @RolesAllowed("policies:read")
  public String list() {
    var unmatched = policies.unmatched();
    return JsonTree.write(
        Node.arr(policies.stored().stream().map(stored -> reach(stored, unmatched)).toList()));
  }

  @GET
  @Path("{name}")
  @RolesAllowed("policies:read")
  public String get(@PathParam("name") String name) {
    return JsonTree.write(reach(policies.get(PathNames.policy(name)), policies.unmatched()));
  }

  @GET
  @Path("{name}/versions")
  @RolesAllowed("policies:read")
  public String versions(@PathParam("name") String name) {
    return JsonTree.write(
        Node.arr(
            policies.versions(PathNames.policy(name)).stream().map(PolicyResource::view).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{name}/rollback")
  @RolesAllowed("policies:write")
  public AppliedDocument rollback(
      @PathParam("name") String name,
      @NotNull @Valid Rollback to,
      @Context SecurityContext caller) {
    PolicyName policy = PathNames.policy(name);
    return policies.rollback(policy, to.toVersion(), caller.getUserPrincipal().getName());
  }

  @DELETE
  @Path("{name}")
  @RolesAllowed("policies:write")
  public void delete(@PathParam("name") String name, @Context SecurityContext caller) {
    policies.delete(PathNames.policy(name), caller.getUserPrincipal().getName());
  }

  /** With the paths of its targets that reach no route of any gateway, when there are such. */
  private static Node reach(StoredDocument stored, Map<PolicyName, List<String>> unmatched) {
    Node.Obj view = view(stored);
    var paths = unmatched.get(new PolicyName(stored.name()));
    return paths == null
        ? view
        : view.with("unmatchedTargets", Node.arr(paths.stream().map(Node::text).toList()));
  }

  private static Node.Obj view(StoredDocument stored) {
    var policy = PolicyDocuments.read(stored.body(), stored.version());
    return Node.obj(
        Map.of(
            "name", Node.text(stored.name()),
            "kind", Node.text(policy.spec().kind().kindName()),
            "version", Node.number(stored.version()),
            "createdAt", Node.text(stored.createdAt().toString()),
            "createdBy", Node.text(stored.createdBy()),
            "document", stored.body()));
  }
}
