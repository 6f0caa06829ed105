package io.entente.hub.apply;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** The probe of every hub that is not under test: it does nothing. */
@Singleton
@DefaultBean
public final class QuietProbe implements ApplyProbe {}
