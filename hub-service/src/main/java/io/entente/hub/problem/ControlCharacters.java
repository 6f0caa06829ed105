package io.entente.hub.problem;

import io.entente.model.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses control characters in addresses: no name has any, and PostgreSQL takes no NUL. */
class ControlCharacters {

  @ServerRequestFilter(preMatching = true)
  public Optional<Response> refuse(ContainerRequestContext request) {
    var address = request.getUriInfo();
    boolean found =
        Stream.concat(Stream.of(address.getPath(true)), texts(address.getQueryParameters(true)))
            .anyMatch(text -> text.chars().anyMatch(Character::isISOControl));
    return found
        ? Optional.of(
            ProblemAnswer.of(
                400,
                List.of(
                    Problem.user(
                        "CONTROL_CHARACTER",
                        "The address holds a control character",
                        "address",
                        "Send the name as the hub lists it."))))
        : Optional.empty();
  }

  private static Stream<String> texts(MultivaluedMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream()));
  }
}
