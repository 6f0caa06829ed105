package io.entente.hub.settings;

import io.smallrye.config.ConfigValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was wrong with settings at a start, for a person: key, value and next step. */
public final class SettingsFailure {

  private static final Pattern KEY = Pattern.compile("\\bentente(?:\\.[a-z0-9-]+)+");

  private SettingsFailure() {}

  /**
   * One line for each wrong setting, or nothing where the failure is another one.
   *
   * @param values the value of a key as it was given
   */
  public static List<String> lines(Throwable failure, Function<String, Optional<String>> values) {
    for (Throwable here = failure; here != null; here = here.getCause()) {
      if (here instanceof ConfigValidationException wrong) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < wrong.getProblemCount(); i++) {
          lines.add(line(wrong.getProblem(i).getMessage(), values));
        }
        return List.copyOf(lines);
      }
    }
    return List.of();
  }

  private static String line(String message, Function<String, Optional<String>> values) {
    String text = message.replaceAll("SRCFG\\d+: ", "").replace('\n', ' ').strip();
    Matcher key = KEY.matcher(text);
    // A key never stands for a secret here: secrets are texts, which are always well formed.
    String given =
        key.find()
            ? values
                .apply(key.group())
                .filter(value -> !text.contains(value))
                .map(value -> " (it is \"" + value + "\")")
                .orElse("")
            : "";
    return text + given + ". Correct it; docs/configuration.md says what it takes.";
  }
}
