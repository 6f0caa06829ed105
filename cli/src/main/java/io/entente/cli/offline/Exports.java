package io.entente.cli.offline;

import io.entente.model.estate.Vendor;
import java.util.Optional;

/** Translations as files. */
public final class Exports {

  private Exports() {}

  /**
   * @param format as {@code --format} names it; the vendor's usual one where empty
   * @throws io.entente.model.problem.ProblemException FORMAT_UNKNOWN, or what the form cannot hold
   */
  public static Export of(OfflineTranslation made, Optional<String> format) {
    Vendor vendor = made.target().vendor();
    return format
        .map(name -> Format.find(name, vendor))
        .orElseGet(() -> Format.usual(vendor))
        .export(made);
  }
}
