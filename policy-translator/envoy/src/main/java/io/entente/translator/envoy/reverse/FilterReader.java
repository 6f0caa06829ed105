package io.entente.translator.envoy.reverse;

/** Reads the configuration of one type of filter. Stateless; never throws. */
interface FilterReader {

  /** The type, as {@link FilterConfig#family()}. */
  String family();

  FilterReading read(Acting acting);
}
