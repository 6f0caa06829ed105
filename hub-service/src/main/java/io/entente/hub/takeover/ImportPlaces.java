package io.entente.hub.takeover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is to be imported.
 *
 * @param places at most 10,000
 */
public record ImportPlaces(
    @NotNull @NotEmpty @Size(max = 10_000) List<@NotNull @Valid Wanted> places) {

  /**
   * One place.
   *
   * @param place as listed
   * @param seen as listed beside it: what it held, and what would be made of it
   */
  public record Wanted(@NotNull String place, @NotNull String seen) {}
}
