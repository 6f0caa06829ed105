package io.entente.translator.apigee;

import io.entente.translator.apigee.dialect.Trees;
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
   * @param text of what the changed file is, as a pattern
   */
  private record Known(String path, String change, Fate fate, String why, String text) {

    Known(String path, String change, Fate fate, String why) {
      this(path, change, fate, why, "(?s).*");
    }
  }

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
              "/(Condition|SkipCacheLookup|SkipCachePopulation)",
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
          new Known(
              "(JSONThreatProtection|XMLThreatProtection|RegularExpressionProtection|GraphQL"
                  + "|OASValidation)/Source",
              DROPPED,
              Fate.SAME,
              "in a request flow the request is the default"),
          new Known("/Source@clearPayload", DROPPED, Fate.SAME, "the default was written"),
          new Known(
              "introread_p.xml/ExtractVariables/Source@clearPayload|/ServiceCallout/Request@clearPayload",
              ANY,
              Fate.INERT,
              "nobody reads that message again"),
          new Known(
              "introtoken_p.xml/ExtractVariables/Source",
              DROPPED,
              Fate.SAME,
              "in a request flow the request is the default"),
          new Known(
              "/ResponseCache/CacheKey/Prefix",
              ANY,
              Fate.SURVIVED,
              "no other policy here keeps answers by that name"),
          new Known(
              "/ResponseCache/CacheKey/KeyFragment(@ref)?",
              ANY,
              Fate.INERT,
              "it is of the method, and only one method is kept",
              "(?s)(?!.*ref=\"entente[.]cache[.]0\")(?!.*HEAD).*"),
          new Known("[.]json/info[.].*", ANY, Fate.INERT, "says nothing of requests"),
          new Known(
              "/ExtractVariables/IgnoreUnresolvedVariables",
              ANY,
              Fate.INERT,
              "it goes on, whatever it does not find"),
          new Known(
              "/ServiceCallout/Request/IgnoreUnresolvedVariables",
              ANY,
              Fate.INERT,
              "it runs where its variables are there"),
          new Known(
              "/RegularExpressionProtection/IgnoreUnresolvedVariables",
              ANY,
              Fate.INERT,
              "path, query and body are always there"),
          new Known(
              "(Cache|ResponseCache)/Scope", ANY, Fate.INERT, "a prefix stands in place of it"),
          new Known(
              "/ExcludeErrorResponse",
              ANY,
              Fate.INERT,
              "what may be kept is said by SkipCachePopulation"),
          new Known(
              "gqxunread_p.xml/.*",
              ANY,
              Fate.INERT,
              "where no operation is found, the policy that parses has refused before"),
          new Known(
              "/Step/Name",
              ".*gqxunread.*",
              Fate.INERT,
              "where no operation is found, the policy that parses has refused before"),
          new Known(
              "/SharedFlow/Step",
              DROPPED,
              Fate.INERT,
              "where no operation is found, the policy that parses has refused before",
              "(?s)(?=.*gqxparse.*gqxread.*gqxschema)(?!.*gqxunread).*"),
          new Known(
              "[.]graphql/\\d+", "! -> ", Fate.INERT, "of an answer, and only requests are judged"),
          new Known(
              "/Max(Count|Depth)", "1000000 -> .*", Fate.SURVIVED, "nobody nests so deep here"),
          new Known(
              "/Step/Condition",
              "(?s).*fault[.]name.*",
              Fate.SURVIVED,
              "no policy fails here in that way, or another sign of it is enough"),
          new Known("/Timeout", ANY, Fate.SURVIVED, "the issuer here answers at once"),
          new Known("/ExpiryTimeInSecs", ANY, Fate.SURVIVED, "no secret is another one later here"),
          new Known("schema.type", DROPPED, Fate.INERT, "a header is text anyway"),
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
        .filter(known -> mutant.path().matches(".*(" + known.path() + ")"))
        .filter(known -> mutant.change().matches(known.change()))
        .filter(known -> Trees.text(mutant.document()).orElse("").matches(known.text()))
        .findFirst()
        .map(known -> new Outcome(known.fate(), known.why()));
  }
}
