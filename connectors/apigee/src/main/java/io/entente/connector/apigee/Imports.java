package io.entente.connector.apigee;

/** Makes revisions: asks whether Apigee would take the archive, then imports it once. */
final class Imports {

  private Imports() {}

  /** The number of the new revision. */
  static String run(BundleCalls calls, String name, byte[] archive) throws ApigeeFailure {
    try {
      calls.validate(name, archive);
    } catch (ApigeeFailure e) {
      // Validating makes nothing, whether its answer arrives or not.
      throw new ApigeeFailure(e.status(), e.failure(), e.problem(), false);
    }
    return calls.create(name, archive);
  }
}
