package io.entente.translator.apigee;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What a request finds around it: the environment's secrets and cache, and an issuer. */
final class Outside {

  /** Entries of key value maps, as {@code map/entry}. */
  final Map<String, String> secrets = new HashMap<>();

  /** What the cache holds. */
  final Map<String, Kept> cache = new HashMap<>();

  /** The issuer's answers by token; other tokens are not active. */
  final Map<String, Said> answers = new HashMap<>();

  /** Where the issuer is. */
  String endpoint = "";

  /** What it takes of who asks. */
  String credentials = "";

  /** How often it was asked. */
  int asked;

  /** An answer. */
  record Said(int status, String body) {}

  /** An entry of a cache. */
  record Kept(String value, Instant until) {}
}
