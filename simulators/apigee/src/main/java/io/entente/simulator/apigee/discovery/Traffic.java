package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import java.util.ArrayList;
import java.util.List;

/** Checks and counts all traffic; keeps the first 200 breaches. Any thread. */
public final class Traffic {

  private static final int KEPT = 200;

  private final RequestCheck requestCheck;
  private final AnswerCheck answerCheck;
  private final List<Breach> breaches = new ArrayList<>();
  private long requests;
  private long answers;
  private long found;

  public Traffic(Discovery discovery) {
    this.requestCheck = new RequestCheck(discovery);
    this.answerCheck = new AnswerCheck(discovery);
  }

  /** What is wrong with a request; counted. */
  public List<String> request(Request request, Method method) {
    List<String> problems = requestCheck.check(request, method);
    count("request", request, problems);
    return problems;
  }

  /** A request no method serves; counted. */
  public void unknown(Request request) {
    count("request", request, List.of("No method serves this path."));
  }

  /** What is wrong with an answer; counted. */
  public List<String> answer(Request request, Method method, Response response) {
    List<String> problems = answerCheck.check(response, method);
    count("answer", request, problems);
    return problems;
  }

  /** Checked so far. */
  public synchronized long requests() {
    return requests;
  }

  /** Checked so far. */
  public synchronized long answers() {
    return answers;
  }

  /** The first breaches. */
  public synchronized List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  /** {@code {requests, answers, violations[], violationsTotal}}. */
  public synchronized ObjectNode toJson() {
    ObjectNode body = Json.object().put("requests", requests).put("answers", answers);
    ArrayNode list = body.putArray("violations");
    for (Breach breach : breaches) {
      list.addObject()
          .put("side", breach.side())
          .put("method", breach.verb())
          .put("path", breach.path())
          .put("problem", breach.problem());
    }
    return body.put("violationsTotal", found);
  }

  private synchronized void count(String side, Request request, List<String> problems) {
    if (side.equals("request")) {
      requests++;
    } else {
      answers++;
    }
    found += problems.size();
    for (String problem : problems) {
      if (breaches.size() < KEPT) {
        breaches.add(new Breach(side, request.method(), request.pathText(), problem));
      }
    }
  }
}
