package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.discovery.Call;
import io.entente.simulator.apigee.discovery.Discovery;
import io.entente.simulator.apigee.discovery.Traffic;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.fault.Faults;
import io.entente.simulator.apigee.http.Answer;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.oauth.Tokens;
import io.entente.simulator.apigee.store.Estate;
import java.util.List;
import java.util.Optional;

/** Everything under {@code /v1}: checked, then served. Any thread. */
public final class ManagementApi {

  private final Discovery discovery;
  private final Traffic traffic;
  private final Tokens tokens;
  private final Quota quota;
  private final Estate estate;
  private final Endpoints endpoints;
  private final Faults faults;

  public ManagementApi(
      Discovery discovery,
      Traffic traffic,
      Tokens tokens,
      Quota quota,
      Estate estate,
      Endpoints endpoints,
      Faults faults) {
    this.discovery = discovery;
    this.traffic = traffic;
    this.tokens = tokens;
    this.quota = quota;
    this.estate = estate;
    this.endpoints = endpoints;
    this.faults = faults;
  }

  /** Answers, with what the faults make of it. */
  public Answer serve(Request request) {
    Optional<Call> call = discovery.find(request.method(), request.path());
    if (call.isEmpty()) {
      traffic.unknown(request);
      return faults.serve(
          request,
          any ->
              response(
                  Refusal.notFound("The requested URL " + request.pathText() + " was not found.")));
    }
    List<String> problems = traffic.request(request, call.get().method());
    return faults.serve(
        request,
        struck -> {
          Response response = answer(struck, call.get(), problems);
          traffic.answer(struck, call.get().method(), response);
          return response;
        });
  }

  private Response answer(Request request, Call call, List<String> problems) {
    try {
      tokens.require(request);
      String organization = call.variables().getOrDefault("organizationsId", "");
      if (estate.organization(organization).isPresent()) {
        quota.take(organization);
      }
      if (!problems.isEmpty()) {
        throw Refusal.badRequest(problems);
      }
      Unserved.require(call.method().id(), request);
      Endpoint endpoint =
          endpoints
              .find(call.method().id())
              .orElseThrow(
                  () ->
                      Refusal.of(
                          Code.UNIMPLEMENTED,
                          "This simulator does not serve the method " + call.method().id() + "."));
      var invocation = new Invocation(estate, request, call.variables());
      return estate.locked(
          () -> {
            if (!organization.isEmpty()) {
              invocation.organization();
            }
            return endpoint.answer(invocation);
          });
    } catch (Refusal refusal) {
      return response(refusal);
    } catch (RuntimeException e) {
      return response(Refusal.of(Code.INTERNAL, "The simulator failed: " + e));
    }
  }

  private static Response response(Refusal refusal) {
    Response response = Response.json(refusal.code().status(), refusal.body());
    return switch (refusal.code()) {
      case UNAUTHENTICATED ->
          response.with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
      default -> response;
    };
  }
}
