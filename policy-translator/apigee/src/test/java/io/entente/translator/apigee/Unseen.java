package io.entente.translator.apigee;

import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract.Fate;
import io.entente.translator.testkit.MutationContract.Outcome;
import java.util.List;
import java.util.Optional;

/** Why nobody notices a change, by Apigee's documents. */
final class Unseen {

  /**
   * A change that is known.
   *
   * @param path what it ends with, as a pattern
   * @param change as a pattern
   */
  private record Known(String path, String change, Fate fate, String why) {}

  private static final String DROPPED = "dropped";
  private static final String ANY = ".*";

  private static final List<Known> KNOWN =
      List.of(
          new Known("/DisplayName", ANY, Fate.INERT, "shown to people only"),
          new Known("@(enabled|continueOnError)", DROPPED, Fate.SAME, "the default was written"),
          new Known(
              "/AssignTo@(createNew|transport)", DROPPED, Fate.SAME, "the default was written"),
          new Known(
              "/AssignTo(@type)?", DROPPED, Fate.SAME, "the message of the flow is the default"),
          new Known(
              "/(IgnoreCriticalHeaders|GeneratePreflightResponse|UseEffectiveCount)",
              DROPPED,
              Fate.SAME,
              "the default was written"),
          new Known(
              "/TimeAllowance",
              DROPPED,
              Fate.SAME,
              "0s, the default, was written; another one shows"),
          new Known(
              "(RaiseFault|CORS)/IgnoreUnresolvedVariables",
              ANY,
              Fate.INERT,
              "no variable is in it"),
          new Known(
              "AssignMessage/IgnoreUnresolvedVariables",
              ANY,
              Fate.INERT,
              "it runs where its variables are there"),
          new Known("VerifyJWT/IgnoreUnresolvedVariables", ANY, Fate.INERT, "no variable is in it"),
          new Known(
              "(AssignMessage|CORS|FlowCallout|MessageLogging)@continueOnError",
              "false -> true",
              Fate.INERT,
              "nothing of it fails"),
          new Known(
              "(?<![@])continueOnError",
              ANY,
              Fate.INERT,
              "nothing of the flow fails in this policy"),
          new Known(
              "/Condition",
              "(?s).*null.* -> .*",
              Fate.SAME,
              "a name of nothing is null, as what was written"),
          new Known(
              "/Step/Condition",
              DROPPED,
              Fate.INERT,
              "a credential that is verified and not asked for refuses nobody"),
          new Known(
              "/ReasonPhrase", ANY, Fate.SURVIVED, "the client here does not tell the reason"),
          new Known(
              "/(Distributed|Synchronous)",
              ANY,
              Fate.SURVIVED,
              "only one message processor counts here"),
          new Known(
              "/Quota@type", DROPPED, Fate.SURVIVED, "without it units of the calendar count, too"),
          new Known(
              "/StartTime", ANY, Fate.SURVIVED, "days and hours begin alike, whatever the year"),
          new Known("/logLevel", DROPPED, Fate.SAME, "the default was written"),
          new Known(
              "/Syslog/Message",
              ANY,
              Fate.SURVIVED,
              "the variable has no value in what is asked here"),
          new Known(
              "/MatchRule@action", DROPPED, Fate.SURVIVED, "a rule without it allows, as written"));

  private Unseen() {}

  static Optional<Outcome> why(Mutant mutant) {
    return KNOWN.stream()
        .filter(known -> mutant.path().matches(".*" + known.path()))
        .filter(known -> mutant.change().matches(known.change()))
        .findFirst()
        .map(known -> new Outcome(known.fate(), known.why()));
  }
}
