package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code --set} may say of a gateway that is not there. */
public final class Settings {

  static final String ENVIRONMENT = "environment";
  static final String PORT = "listener.port";

  /** Name to the form of its value; what a translator checks itself is any text here. */
  private static final Map<Vendor, SortedMap<String, String>> KNOWN =
      Map.of(
          Vendor.KONG,
          new TreeMap<>(),
          Vendor.APIGEE,
          new TreeMap<>(Map.of(ENVIRONMENT, "[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")),
          Vendor.ENVOY,
          new TreeMap<>(
              Map.of(
                  "listener.address",
                  "[0-9a-fA-F:.]{1,45}",
                  PORT,
                  "(?s).*",
                  "listener.trustedHops",
                  "(?s).*",
                  "rateLimit.maxKeys",
                  "(?s).*")));

  private Settings() {}

  /**
   * @throws ProblemException SETTING_UNKNOWN or SETTING_INVALID, each that is wrong
   */
  static SortedMap<String, String> check(Vendor vendor, Map<String, String> given) {
    SortedMap<String, String> known = KNOWN.getOrDefault(vendor, new TreeMap<>());
    var problems = new ArrayList<Problem>();
    given.forEach(
        (name, value) -> {
          String form = known.get(name);
          if (form == null) {
            problems.add(
                Problem.user(
                    "SETTING_UNKNOWN",
                    "Translation for " + vendor.label() + " has no setting '" + name + "'.",
                    "--set",
                    name,
                    known.isEmpty()
                        ? "Leave it out: " + vendor.label() + " needs none."
                        : "Set one of " + String.join(", ", known.keySet()) + "."));
          } else if (!value.matches(form)) {
            problems.add(
                Problem.user(
                    "SETTING_INVALID",
                    "The value of setting " + name + " has another form.",
                    "--set " + name,
                    value,
                    "Write a value of the form " + form + "."));
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new TreeMap<>(given);
  }
}
