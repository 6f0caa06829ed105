package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Step of ours: what it was written for stands in its name.
 *
 * @param from the object it stands in
 * @param hash of its policy's file
 * @param what it does, in the words of names of ours
 * @param rest of the name: the policy, or which header edit
 */
record OwnStep(
    ObjectKey from, Run run, Hash hash, String api, String route, String what, String rest) {

  private static final Set<String> ID = Set.of("kept", "fresh", "id", "echo");
  private static final Set<String> LIMIT = Set.of("limit", "nokey");
  private static final Set<String> HEADERS = Set.of("request", "response");
  private static final Pattern TOKEN =
      Pattern.compile(
          "tokenx[0-9]+|tokenless|tokenhidden|for[0-9]+x[0-9]+|elsewhere|lacking[0-9]+");
  private static final Set<String> BODIES =
      Set.of(
          "json", "jsonguard", "jsonfault", "xml", "xmlguard", "xmlfault", "regex", "regexfault");
  private static final String ASKED = "intro";
  private static final Set<String> ONE_A_ROUTE = Set.of("cors", "log");

  /** Empty when the name does not say it, as where letters had to be left out. */
  static Optional<OwnStep> of(ObjectKey from, Run run, Hash hash) {
    String name = run.policy();
    if (!ApigeeNames.isOurs(name)) {
      return Optional.empty();
    }
    String[] parts = name.substring(ApigeeNames.PREFIX.length()).split("_", 4);
    return parts.length < 3
        ? Optional.empty()
        : Optional.of(
            new OwnStep(
                from, run, hash, parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : ""));
  }

  /** Steps of one group come from one policy, or from policies that only act together. */
  String group() {
    String about = about();
    boolean together = about.equals("headers") || ONE_A_ROUTE.contains(about);
    return api + "_" + route + "_" + about + "_" + (together ? "" : rest);
  }

  private String about() {
    if (ID.contains(what)) {
      return "id";
    }
    if (LIMIT.contains(what)) {
      return "limit";
    }
    if (HEADERS.contains(what)) {
      return "headers";
    }
    if (BODIES.contains(what)) {
      return what.replaceAll("guard$|fault$", "");
    }
    if (what.startsWith("oas")) {
      return "oas";
    }
    if (what.startsWith("cache")) {
      return "cache";
    }
    if (what.startsWith("gql") || what.startsWith("gqx") || what.startsWith("gqs")) {
      return what.substring(0, 3);
    }
    if (what.startsWith(ASKED)) {
      return ASKED;
    }
    return TOKEN.matcher(what).matches() ? "token" : what.startsWith("key") ? "key" : what;
  }

  /** What of it another translation must give again. */
  String signature() {
    return "%s %s %s %s %s"
        .formatted(
            from, run.path(), hash, run.flowCondition().orElse(""), run.condition().orElse(""));
  }
}
