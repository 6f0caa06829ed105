package io.entente.hub.estate;

import io.entente.connector.spi.Connector;
import io.entente.connector.spi.ReadScope;
import io.entente.hub.estate.ConnectionTest.Part;
import io.entente.hub.estate.ConnectionTest.State;
import io.entente.hub.estate.ConnectionTest.Step;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One test as far as it came. Runs on one thread; what came of it may be asked from another at any
 * time, so that a test that takes too long still tells what it saw.
 */
final class ConnectionTrial implements Runnable {
  private final GatewayDocument gateway;
  private final Optional<CheckedCredential> credential;
  private final OutboundGuard guard;
  private final Supplier<Connector> opener;
  private final Set<String> kinds;

  private Part trying = Part.ADDRESS;
  private Optional<Problem> failure = Optional.empty();
  private Optional<GatewayProfile> profile = Optional.empty();
  private Optional<Integer> read = Optional.empty();

  ConnectionTrial(
      GatewayDocument gateway,
      Optional<CheckedCredential> credential,
      OutboundGuard guard,
      Supplier<Connector> opener,
      Set<String> kinds) {
    this.gateway = gateway;
    this.credential = credential;
    this.guard = guard;
    this.opener = opener;
    this.kinds = kinds;
  }

  @Override
  public void run() {
    try {
      credential.ifPresent(given -> given.requireText(guard));
      GatewayAddresses.of(gateway).require(guard);
      credential.ifPresent(given -> given.require(guard));
      reach(Part.REACHED);
      try (Connector connector = opener.get()) {
        seen(connector.describe());
        var count = new AtomicInteger();
        var how =
            connector
                .inventory()
                .read(new ReadScope.Kinds(kinds), page -> count.addAndGet(page.size()));
        if (how instanceof Completeness.Failed failed) {
          fail(failed.why());
        } else if (how instanceof Completeness.Partial partial) {
          fail(partial.why());
        } else {
          done(count.get());
        }
      }
    } catch (ProblemException e) {
      fail(e.problems().get(0));
    } catch (RuntimeException e) {
      fail(
          Problem.internal(
              "CONNECTION_TEST_BROKE_OFF",
              "The test ended in a fault of ours: " + e.getClass().getSimpleName(),
              "Report it with the document, and without the credential."));
    }
  }

  private synchronized void reach(Part part) {
    trying = part;
  }

  private synchronized void seen(GatewayProfile found) {
    profile = Optional.of(found);
    trying = Part.PERMITTED;
  }

  private synchronized void done(int objects) {
    read = Optional.of(objects);
  }

  /** What is told first stays: a call that is broken off afterwards says nothing of the gateway. */
  synchronized void fail(Problem why) {
    if (failure.isEmpty() && read.isEmpty()) {
      failure = Optional.of(why);
    }
  }

  synchronized Optional<GatewayProfile> profile() {
    return profile;
  }

  /** The steps as they are now. */
  synchronized List<Step> steps() {
    var failed = failure.map(why -> FailedPart.of(why.code(), trying));
    var steps = new ArrayList<Step>();
    for (Part part : Part.values()) {
      if (failed.isPresent() && failed.get().part() == part) {
        steps.add(new Step(part, State.FAILED, failure.get().message(), failure));
      } else if (isKnown(part, failed)) {
        steps.add(new Step(part, State.OK, detail(part), Optional.empty()));
      } else {
        steps.add(new Step(part, State.UNKNOWN, "Not tried, or not told by what came.", failure));
      }
    }
    return steps.stream().map(ConnectionTrial::withoutProblem).toList();
  }

  private static Step withoutProblem(Step step) {
    return step.state() == State.FAILED
        ? step
        : new Step(step.part(), step.state(), step.detail(), Optional.empty());
  }

  private boolean isKnown(Part part, Optional<FailedPart> failed) {
    if (profile.isPresent()) {
      return part != Part.PERMITTED || read.isPresent();
    }
    return failed.map(f -> f.shown().contains(part)).orElse(part.compareTo(trying) < 0);
  }

  private String detail(Part part) {
    return switch (part) {
      case ADDRESS -> "The hub may call " + CheckedCredential.place(gateway) + ".";
      case REACHED -> "It answers.";
      case AUTHENTICATED ->
          credential.isPresent()
              ? "The credential was not refused."
              : "It answers without a credential of an operator's.";
      case PERMITTED ->
          "Read "
              + read.map(String::valueOf).orElse("")
              + " objects of "
              + String.join(", ", kinds);
      case PROFILE ->
          profile.map(p -> p.vendor().label() + " " + p.edition() + " " + p.version()).orElse("");
    };
  }
}
