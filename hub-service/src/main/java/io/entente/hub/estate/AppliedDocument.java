package io.entente.hub.estate;

/**
 * What became of one document.
 *
 * @param kind of the document
 * @param name of the document
 * @param version that is current now, from 1
 * @param changed false when the document already was as given
 */
public record AppliedDocument(String kind, String name, int version, boolean changed) {
  public AppliedDocument {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of " + name + " is < 1");
    }
  }
}
