package io.entente.policy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who of the callers that a credential identifies may go on; others are answered 403.
 *
 * @param allow who may; nobody means everybody who is not denied
 * @param deny who may not, allowed or not
 * @param onUnknown what becomes of a caller whom no credential identifies
 */
public record ConsumerAccess(Callers allow, Callers deny, OnUnknown onUnknown)
    implements PolicyKind {

  /** The claim of a token that says its caller's groups, as text or as a list of texts. */
  public static final String GROUPS_CLAIM = "groups";

  public ConsumerAccess {
    if (allow.isNobody() && deny.isNobody()) {
      throw new IllegalArgumentException("consumerAccess allows nobody and denies nobody");
    }
    requireApart("consumer", allow.consumers(), deny.consumers());
    requireApart("group", allow.groups(), deny.groups());
  }

  @Override
  public String kindName() {
    return "consumerAccess";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  private static void requireApart(String what, List<String> allow, List<String> deny) {
    if (!Collections.disjoint(allow, deny)) {
      throw new IllegalArgumentException(
          what + " of " + allow + " is allowed and denied: " + deny + " has it too");
    }
  }

  /**
   * Callers by the names that the gateway knows them by.
   *
   * @param consumers each by its own name
   * @param groups all who are in one
   */
  public record Callers(List<String> consumers, List<String> groups) {

    /** Text that needs no escapes between quotes, in the syntax RE2, ECMA and Java share. */
    public static final String NAME_PATTERN =
        "[A-Za-z0-9._@:/|#+~-]([A-Za-z0-9 ._@:/|#+~-]{0,126}[A-Za-z0-9._@:/|#+~-])?";

    /** No one. */
    public static final Callers NOBODY = new Callers(List.of(), List.of());

    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

    public Callers {
      check("consumers", consumers);
      check("groups", groups);
      consumers = List.copyOf(consumers);
      groups = List.copyOf(groups);
    }

    public boolean isNobody() {
      return consumers.isEmpty() && groups.isEmpty();
    }

    private static void check(String list, List<String> names) {
      var seen = new HashSet<String>();
      for (String name : names) {
        if (!NAME.matcher(name).matches()) {
          throw new IllegalArgumentException(list + ": '" + name + "' is not " + NAME_PATTERN);
        }
        if (!seen.add(name)) {
          throw new IllegalArgumentException(list + " has '" + name + "' twice");
        }
      }
    }
  }

  /** What becomes of who is nobody. */
  public enum OnUnknown {
    DENY,
    PASS
  }
}
