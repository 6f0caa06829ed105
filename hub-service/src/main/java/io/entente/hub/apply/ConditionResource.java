package io.entente.hub.apply;

import io.entente.hub.plan.Transactions;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Conditions of policies, by policy and gateway. */
@Path("/api/conditions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("policies:read")
public class ConditionResource {

  private final Transactions transactions;
  private final Conditions conditions;

  ConditionResource(Transactions transactions, Conditions conditions) {
    this.transactions = transactions;
    this.conditions = conditions;
  }

  @GET
  public String list(
      @QueryParam("policy") @DefaultValue("") String policy,
      @QueryParam("gateway") @DefaultValue("") String gateway) {
    return JsonTree.write(Node.arr(transactions.call(c -> conditions.list(c, policy, gateway))));
  }
}
