package io.entente.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Defaults of options from the environment: {@code ENTENTE_SERVER}, {@code ENTENTE_TOKEN_FILE}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      return switch (option.longestName()) {
        case "--server" -> environment.getOrDefault("ENTENTE_SERVER", "http://127.0.0.1:8080");
        case "--token-file" ->
            environment.getOrDefault("ENTENTE_TOKEN_FILE", ".entente/data/admin-token");
        default -> null;
      };
    }
    return null;
  }
}
