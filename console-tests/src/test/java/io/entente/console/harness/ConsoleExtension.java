package io.entente.console.harness;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a console in a browser of its own over the one estate. A failed test leaves a
 * picture and a trace; a test during which the console misbehaved unseen fails as well.
 */
final class ConsoleExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(ConsoleExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Console.class;
  }

  @Override
  public Console resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlaywrightAssertions.setDefaultAssertionTimeout(Console.PATIENCE_MILLIS);
    // Kept by the root: closed when the last test of the module has ended.
    Stage stage =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent(Opening.class, key -> Opening.attempt(), Opening.class)
            .stage();
    return context
        .getStore(OURS)
        .computeIfAbsent(Console.class, key -> new Console(stage), Console.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Console console = context.getStore(OURS).get(Console.class, Console.class);
    if (console != null) {
      boolean failed = context.getExecutionException().isPresent();
      Path place =
          Stage.TARGET
              .resolve("failures")
              .resolve(
                  context.getRequiredTestClass().getSimpleName()
                      + "."
                      + context.getRequiredTestMethod().getName());
      console.end(failed, place);
    }
  }
}
