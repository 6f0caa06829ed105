package io.entente.translator.apigee.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What we write on a flow hook of ours: what was attached before, so that whoever gives the hook
 * back needs no memory of it.
 *
 * @param before empty when nothing was
 */
public record HookDescription(Optional<Former> before) {

  private static final String OURS = "Managed by Entente; before: ";
  private static final String NONE = "none";
  private static final Pattern TEXT =
      Pattern.compile(
          Pattern.quote(OURS)
              + "(?:none|(?<flow>[A-Za-z0-9._-]{1,255}) continueOnError=(?<go>true|false))");

  /**
   * A shared flow that was attached by others.
   *
   * @param continueOnError whether a request went on when the flow failed
   */
  public record Former(String sharedFlow, boolean continueOnError) {
    public Former {
      if (sharedFlow.isBlank()) {
        throw new IllegalArgumentException("former shared flow is blank");
      }
    }
  }

  /** Empty when somebody else wrote the text. */
  public static Optional<HookDescription> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new HookDescription(
                Optional.ofNullable(matcher.group("flow"))
                    .map(flow -> new Former(flow, "true".equals(matcher.group("go"))))))
        : Optional.empty();
  }

  /** The text to write. */
  public String text() {
    return OURS
        + before
            .map(former -> former.sharedFlow() + " continueOnError=" + former.continueOnError())
            .orElse(NONE);
  }
}
