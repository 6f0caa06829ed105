package io.entente.hub.estate;

import java.time.Instant;

/**
 * What is said of a stored credential; it is never given out itself.
 *
 * @param type which kind of Google credential
 * @param fingerprint by this hub's key, to tell one from another
 */
public record VendorCredential(String type, String fingerprint, Instant setAt) {}
