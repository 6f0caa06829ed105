package io.entente.hub.estate;

import io.entente.hub.problem.Missing;
import io.entente.hub.problem.PathNames;
import io.entente.json.JsonTree;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.OptionalLong;

/** Native objects of a gateway, one by one; those that the hub itself serves can be edited. */
@Path("/api/gateways/{gateway}/native/{kind}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class NativeResource {
  private final Estate estate;
  private final NativeEditor editor;
  private final NativeFiles files;

  public NativeResource(Estate estate, NativeEditor editor, NativeFiles files) {
    this.estate = estate;
    this.editor = editor;
    this.files = files;
  }

  @GET
  @RolesAllowed("gateways:read")
  public String get(
      @PathParam("gateway") String gateway,
      @PathParam("kind") String kind,
      @PathParam("id") String id) {
    var known = estate.requireGateway(PathNames.gateway(gateway)).gateway();
    var key = key(kind, id);
    var found =
        known.vendor() == Vendor.ENVOY ? editor.get(known.id(), key) : files.show(known.id(), key);
    return found.map(JsonTree::pretty).orElseThrow(() -> Missing.resource(id));
  }

  /** The text of one file of an object that consists of files. */
  @GET
  @Path("/file")
  @Produces("text/plain;charset=UTF-8")
  @RolesAllowed("gateways:read")
  public Response file(
      @PathParam("gateway") String gateway,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("name") @DefaultValue("") String name) {
    var known = estate.requireGateway(PathNames.gateway(gateway)).gateway().id();
    return Response.ok(files.text(known, key(kind, id), name))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Writes one resource; with {@code version} only when that still is the current one. */
  @PUT
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("native:write")
  public NativeEdit put(
      @PathParam("gateway") String gateway,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("version") Optional<Long> version,
      byte[] document,
      @Context SecurityContext caller) {
    GatewayId known = known(gateway);
    var documents = DocumentText.read(document);
    if (documents.size() != 1) {
      throw new ProblemException(
          Problem.user(
              "DOCUMENT_NOT_ONE",
              "The request holds " + documents.size() + " documents.",
              "",
              "Send the one resource the address names."));
    }
    return editor.put(
        known, new ObjectKey(kind, id), documents.get(0), base(version), name(caller));
  }

  @DELETE
  @RolesAllowed("native:write")
  public NativeEdit delete(
      @PathParam("gateway") String gateway,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("version") Optional<Long> version,
      @Context SecurityContext caller) {
    return editor.delete(known(gateway), new ObjectKey(kind, id), base(version), name(caller));
  }

  private static ObjectKey key(String kind, String id) {
    try {
      return new ObjectKey(kind, id);
    } catch (IllegalArgumentException e) {
      throw Missing.resource(id);
    }
  }

  private GatewayId known(String gateway) {
    var known = estate.requireGateway(PathNames.gateway(gateway)).gateway();
    if (known.vendor() != Vendor.ENVOY) {
      throw new ProblemException(
          Problem.user(
              "NATIVE_EDIT_UNSUPPORTED",
              "The resources of gateway " + known.id() + " are kept by the gateway itself.",
              "gateway",
              known.id().value(),
              "Edit them there; GET /api/gateways/" + known.id() + "/objects shows them."));
    }
    return known.id();
  }

  private static String name(SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }

  private static OptionalLong base(Optional<Long> version) {
    return version.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
