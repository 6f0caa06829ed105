package io.entente.translator.apigee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** What it was asked, each time. */
  final List<String> questions = new ArrayList<>();

  /** An answer. */
  record Said(int status, String body) {}

  /** An entry of a cache. */
  record Kept(String value, Instant until) {}
}
