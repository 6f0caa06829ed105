package io.entente.translator.apigee;

import io.entente.engine.Headers;

/**
 * A request.
 *
 * @param suffix what follows the base path
 * @param query without its question mark
 */
record Asked(String method, String suffix, Headers headers, String query, String body) {}
