package io.entente.translator.kong;

import io.entente.translator.kong.emit.PluginDraft;
import java.util.Optional;

/**
 * A plugin instance of ours on a route.
 *
 * @param consumer id of the one caller it acts for; empty for everybody
 */
record Instance(PluginDraft draft, Optional<String> consumer) {}
