package io.entente.hub.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that reaches the edge into a problem document; causes stay in the log. */
public class ProblemMappers {

  @ServerExceptionMapper
  public Response problem(ProblemException failure) {
    return ProblemAnswer.of(ToldProblem.of(failure));
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException failure) {
    return signIn();
  }

  @ServerExceptionMapper
  public Response authenticationFailed(AuthenticationFailedException failure) {
    return signIn();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException failure) {
    return ProblemAnswer.of(
        403,
        List.of(
            Problem.user(
                "FORBIDDEN",
                "The token lacks the permission for this operation",
                "authorization",
                "Use a token with the permission that the API document names for the operation.")));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException failure) {
    List<Problem> problems =
        failure.getConstraintViolations().stream()
            .map(
                v ->
                    Problem.user(
                        "INVALID_VALUE",
                        v.getMessage(),
                        v.getPropertyPath().toString(),
                        "Correct the value."))
            .toList();
    return ProblemAnswer.of(400, problems);
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException failure) {
    String path =
        failure.getPath().stream()
            .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
            .collect(Collectors.joining("."));
    return ProblemAnswer.of(
        400,
        List.of(
            Problem.user(
                "JSON_INVALID",
                "The body is not the JSON expected here",
                path.isEmpty() ? "body" : path,
                "Check the body against /q/openapi.")));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    String reason = failure.getResponse().getStatusInfo().getReasonPhrase();
    String code = reason.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    return ProblemAnswer.of(
        status,
        List.of(
            Problem.user(
                code.isBlank() ? "HTTP_" + status : code,
                "The request was refused: " + reason,
                "request",
                "Check method, address and body against /q/openapi.")));
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    if (failure instanceof JsonProcessingException) {
      return ProblemAnswer.of(
          400,
          List.of(
              Problem.user(
                  "JSON_INVALID", "The body is not the JSON expected here", "body", "Mend it.")));
    }
    return ProblemAnswer.of(ToldProblem.of(failure));
  }

  private static Response signIn() {
    return ProblemAnswer.of(
        401,
        List.of(
            Problem.user(
                "UNAUTHORIZED",
                "No token, or one that is not known",
                "authorization",
                "Send 'Authorization: Bearer TOKEN'; ./run says where the token is kept.")));
  }
}
