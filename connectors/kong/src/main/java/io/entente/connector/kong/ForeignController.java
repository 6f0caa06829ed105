package io.entente.connector.kong;

/**
 * Somebody else who writes the configuration of a gateway.
 *
 * @param kind who
 * @param evidence what shows it, for people
 * @param whatItWouldOverwrite what of ours it undoes, for people
 */
public record ForeignController(Kind kind, String evidence, String whatItWouldOverwrite) {

  /** Kinds of controller. */
  public enum Kind {
    INGRESS_CONTROLLER("the Kong Ingress Controller"),
    DECK("decK"),
    OTHER_TOOL("another tool"),
    DECLARATIVE_FILE("the file the node starts with");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public ForeignController {
    if (evidence.isBlank() || whatItWouldOverwrite.isBlank()) {
      throw new IllegalArgumentException("controller " + kind + " says no evidence or no effect");
    }
  }
}
