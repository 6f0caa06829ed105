package io.entente.hub.estate;

import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** Api documents. */
@Path("/api/apis")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ApiResource {
  private final Documents documents;

  public ApiResource(Documents documents) {
    this.documents = documents;
  }

  @GET
  @RolesAllowed("apis:read")
  public String list() {
    return JsonTree.write(
        Node.arr(
            ReactiveWork.reading(() -> documents.list(ApiDocumentHandler.KIND)).stream()
                .map(ApiResource::view)
                .toList()));
  }

  @GET
  @Path("/{api}")
  @RolesAllowed("apis:read")
  public String get(@PathParam("api") String api) {
    String name = PathNames.api(api).value();
    return ReactiveWork.reading(() -> documents.current(ApiDocumentHandler.KIND, name))
        .map(stored -> JsonTree.write(view(stored)))
        .orElseThrow(() -> Missing.api(name));
  }

  @DELETE
  @Path("/{api}")
  @RolesAllowed("apis:write")
  public void delete(@PathParam("api") String api, @Context SecurityContext caller) {
    String name = PathNames.api(api).value();
    String actor = caller.getUserPrincipal().getName();
    if (!ReactiveWork.inTransaction(() -> documents.delete(ApiDocumentHandler.KIND, name, actor))) {
      throw Missing.api(name);
    }
  }

  private static Node view(StoredDocument stored) {
    return Node.obj(
        Map.of(
            "name", Node.text(stored.name()),
            "version", Node.number(stored.version()),
            "createdAt", Node.text(stored.createdAt().toString()),
            "createdBy", Node.text(stored.createdBy()),
            "document", stored.body()));
  }
}
