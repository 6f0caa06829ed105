package io.entente.translator.apigee.emit;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a caller is refused, as a condition on what the Steps that asked for credentials say. */
public final class CallerCondition {

  private static final String NOT = "(!(";
  private static final Pattern UNKNOWN =
      Pattern.compile("\\(\\(!\\(\\(+[^()]*(\\.client_id != null|\\.valid = \"true\")\\)");
  private static final Pattern NAME =
      Pattern.compile("\\([^()]*\\.(app\\.name|subject|apiproduct\\.name) = \"([^\"]*)\"\\)");

  /** Between the beginning of a negation and a name in it. */
  private static final Pattern NAMES = Pattern.compile("(\\([^()]*\\) or )*");

  private CallerCondition() {}

  /**
   * @param identities the first that is known counts; at least one
   */
  static String refused(ConsumerAccess rule, List<Identity> identities) {
    var any = new ArrayList<String>();
    if (rule.onUnknown() == OnUnknown.DENY) {
      any.add(NOT + known(identities) + "))");
    }
    for (int i = 0; i < identities.size(); i++) {
      Identity identity = identities.get(i);
      String first = i == 0 ? "" : " and " + NOT + known(identities.subList(0, i)) + "))";
      any.add("(%s%s and %s)".formatted(identity.known(), first, refused(rule, identity)));
    }
    return "(" + String.join(" or ", any) + ")";
  }

  private static String known(List<Identity> identities) {
    return identities.stream().map(Identity::known).collect(Collectors.joining(" or "));
  }

  private static String refused(ConsumerAccess rule, Identity identity) {
    var any = new ArrayList<>(among(rule.deny(), identity));
    if (!rule.allow().isNobody()) {
      any.add(NOT + String.join(" or ", among(rule.allow(), identity)) + "))");
    }
    return "(" + String.join(" or ", any) + ")";
  }

  private static List<String> among(Callers callers, Identity identity) {
    return Stream.concat(
            callers.consumers().stream().map(name -> equal(identity.name(), name)),
            callers.groups().stream()
                .flatMap(group -> identity.group().stream().map(held -> equal(held, group))))
        .toList();
  }

  private static String equal(String variable, String text) {
    return "(" + variable + " = \"" + text + "\")";
  }

  /** What a condition of ours may come from; whether it does is seen by writing it again. */
  public static Optional<ConsumerAccess> read(String condition) {
    var allow = new Names();
    var deny = new Names();
    Matcher name = NAME.matcher(condition);
    while (name.find()) {
      int not = condition.lastIndexOf(NOT, name.start());
      boolean within =
          not >= 0
              && NAMES.matcher(condition.substring(not + NOT.length(), name.start())).matches();
      (within ? allow : deny).add(name.group(1), name.group(2));
    }
    try {
      return Optional.of(
          new ConsumerAccess(
              allow.callers(),
              deny.callers(),
              UNKNOWN.matcher(condition).find() ? OnUnknown.DENY : OnUnknown.PASS));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Names, each once: they are written for every credential. */
  private static final class Names {

    private final Set<String> consumers = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();

    void add(String variable, String text) {
      (variable.equals("apiproduct.name") ? groups : consumers).add(text);
    }

    Callers callers() {
      return new Callers(List.copyOf(consumers), List.copyOf(groups));
    }
  }
}
