package io.entente.hub.embedded;

/** One line for a person from a chain of exceptions. */
public final class Causes {

  private Causes() {}

  public static String innermost(Throwable failure) {
    Throwable here = failure;
    while (here.getCause() != null && here.getCause() != here) {
      here = here.getCause();
    }
    String message = here.getMessage();
    return message == null || message.isBlank() ? here.getClass().getSimpleName() : message;
  }
}
