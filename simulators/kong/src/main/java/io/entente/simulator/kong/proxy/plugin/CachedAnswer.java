package io.entente.simulator.kong.proxy.plugin;

import io.entente.simulator.kong.proxy.wire.Headers;

/** An answer in the cache; times in milliseconds of the wall clock. */
record CachedAnswer(
    int status, Headers headers, byte[] body, long storedAt, long ttlMillis, long keepMillis) {

  CachedAnswer {
    if (ttlMillis < 0 || keepMillis < 0) {
      throw new IllegalArgumentException("ttl " + ttlMillis + ", keep " + keepMillis);
    }
  }

  long ageSeconds(long now) {
    return (now - storedAt) / 1000;
  }

  boolean gone(long now) {
    return now - storedAt >= keepMillis;
  }
}
