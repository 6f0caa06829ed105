package io.entente.connector.apigee;

/**
 * Somebody else who makes revisions of proxies by machine.
 *
 * @param kind who
 * @param evidence what shows it, for people
 * @param whatItWouldOverwrite what of ours it undoes, for people
 */
public record ForeignController(Kind kind, String evidence, String whatItWouldOverwrite) {

  /** Kinds of controller. */
  public enum Kind {
    /** Makes revisions from files of its own, without our Steps. */
    PIPELINE("a pipeline"),
    TERRAFORM("Terraform"),
    OTHER_TOOL("another tool");

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
